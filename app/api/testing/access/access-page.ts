import type { Scope } from "#services";

/** `yes`, or the status of the refusal. */
export type Cell = "yes" | 401 | 403;

type Row = {
  readonly name: string;
  readonly role: string;
  readonly scopes: readonly Scope[] | undefined;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Whether the address names an object. */
  readonly hasId: boolean;
};

const BEGIN = "<!-- table of routes -->\n";
const END = "<!-- end of the table -->";

const COLUMNS: readonly (readonly [heading: string, caller: string])[] = [
  ["nobody", "nobody"],
  ["viewer", "viewer"],
  ["editor", "editor"],
  ["owner", "owner"],
  ["publishable key", "publishable"],
  ["secret key", "secret"],
  ["not a member", "outsider"],
];

/** The page with the table of all routes between its marks. */
export function accessPage(page: string, rows: readonly Row[]): string {
  const headings = [
    "Route",
    "Role",
    ...COLUMNS.map(([heading]) => heading),
    "another workspace's id",
    "scopes of a key",
  ];
  const lines = rows.map(({ name, role, scopes, cells, hasId }) => [
    `\`${name}\``,
    role,
    ...COLUMNS.map(([, caller]) => String(cells[caller])),
    role === "public" || !hasId ? "–" : "404",
    role === "public" ? "–" : (scopes?.join(", ") ?? "none may"),
  ]);
  const table = [headings, headings.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  const [before = "", rest = ""] = page.split(BEGIN);
  return `${before}${BEGIN}\n${table}\n\n${END}${rest.split(END)[1] ?? ""}`;
}
