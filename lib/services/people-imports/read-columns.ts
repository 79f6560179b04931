import { invalidField } from "#services";
import type { ColumnTarget } from "./schema.ts";

/** A column of the file with what happens to it; `note` says why it is skipped. */
export type Column = ColumnTarget & { readonly name: string; readonly note: string | null };

/** Names of columns in small letters without signs, as exports of other tools and spreadsheets have them. */
const KNOWN: Readonly<Record<string, ColumnTarget>> = {
  userid: { to: "userId" },
  externalid: { to: "userId" },
  customerid: { to: "userId" },
  anonymousid: { to: "anonymousId" },
  tags: { to: "tags" },
  stage: { to: "stage" },
  subscribed: { to: "subscribed" },
  unsubscribed: { to: "unsubscribed" },
  optout: { to: "unsubscribed" },
  optedout: { to: "unsubscribed" },
  donotcontact: { to: "unsubscribed" },
  emailaddress: { to: "trait", trait: "email" },
  phonenumber: { to: "trait", trait: "phone" },
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The columns of a file: those that the input names, those that are recognized, and traits. */
export function readColumns(headers: readonly string[], given: Readonly<Record<string, ColumnTarget>>): Column[] {
  const seen = new Set<string>();
  const columns = headers.map((name): Column => {
    if (name === "") return skipped(name, "The column has no name.");
    if (seen.has(name)) return skipped(name, "Another column has this name: the first one counts.");
    seen.add(name);
    const own = Object.hasOwn(given, name) ? given[name] : undefined;
    const target = own ?? KNOWN[plain(name)] ?? { to: "trait" as const };
    return { name, ...target, ...(target.to === "trait" ? { trait: target.trait ?? name } : {}), note: null };
  });
  for (const name of Object.keys(given))
    if (!seen.has(name)) throw invalidField(["columns", name], `The first line has no column ${JSON.stringify(name)}`);
  return columns;
}

export const hasIds = (columns: readonly Column[]): boolean =>
  columns.some(({ to }) => to === "userId" || to === "anonymousId");

/** Without an id nobody is found: throws `invalid` with the columns that there are. */
export function requireIds(columns: readonly Column[]): void {
  if (hasIds(columns)) return;
  const found = columns.map(({ name }) => JSON.stringify(name.slice(0, 40))).join(", ");
  throw invalidField(
    ["columns"],
    `Say which column is the userId or the anonymousId; the first line has ${found.slice(0, 1_000)}`,
  );
}

const skipped = (name: string, note: string): Column => ({ name, to: "skip", note });
