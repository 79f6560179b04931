import type { PropertyCatalog } from "#data";

export type FieldType = "text" | "number" | "date" | "boolean" | "list" | "any";

export type KnownField = {
  /** As a rule names it, such as `traits.plan`. */
  readonly path: string;
  readonly name: string;
  readonly about: string;
  readonly type: FieldType;
  readonly values: readonly (string | number | boolean)[];
  readonly hint: string;
};

type CatalogField = PropertyCatalog["traits"][number];

const ROOTS = ["person", "traits", "tags", "stage", "account", "segments", "event", "trigger", "context", "journey"];
const OF_PERSON: readonly KnownField[] = [
  ["stage", "stage", "text"] as const,
  ["externalId", "person.externalId", "text"] as const,
  ["createdAt", "person.createdAt", "number"] as const,
].map(([name, path, type]) => ({ path, name, about: "Person", type, values: [], hint: "" }));

/** The fields that rules can be about: traits of people, and properties of the event, if there is one. */
export function knownFields(catalog: PropertyCatalog | undefined, event: string | undefined): KnownField[] {
  const traits = (catalog?.traits ?? []).map((field) => known(field, "traits.", "Trait"));
  const seen = catalog?.events.find(({ name }) => name === event)?.properties ?? [];
  const properties = seen.map((field) => known(field, "event.properties.", "Event"));
  return [...properties, ...traits, ...OF_PERSON];
}

function known(field: CatalogField, root: string, about: string): KnownField {
  const { name, values } = field;
  return { path: `${root}${name}`, name, about, type: typeOf(field.types), values, hint: hintOf(field) };
}

function hintOf({ share, values }: CatalogField): string {
  const part = share === null ? "" : share < 0.01 ? "under 1 %" : `${Math.round(share * 100)} %`;
  return [part, values.slice(0, 3).join(", ")].filter(Boolean).join(" · ");
}

function typeOf(types: readonly string[]): FieldType {
  const [type, other] = types.filter((one) => one !== "null").map(oneType);
  return type === undefined || (other !== undefined && other !== type) ? "any" : type;
}

function oneType(type: string): FieldType {
  if (type.startsWith("array:")) return "list";
  if (type === "string") return "text";
  return type === "number" || type === "boolean" || type === "date" ? type : "any";
}

const plain = (path: string): string =>
  path.replace(/^person\.(?=traits\.|tags$|stage$)/, "").replace(/^trigger\.properties\./, "event.properties.");

/** The field that a rule names, if it was seen. */
export function findField(fields: readonly KnownField[], path: string): KnownField | undefined {
  return fields.find((field) => field.path === plain(path));
}

/** A typed name as a path: a word of its own means a trait, or a property if the event has one of this name. */
export function pathOf(fields: readonly KnownField[], typed: string): string {
  const text = typed.replace(/^event › /, "event.properties.");
  if (text.trim() === "") return "";
  const [root = ""] = text.split(".", 1);
  if (ROOTS.includes(root)) return text;
  return fields.find(({ name, about }) => name === text && about === "Event")?.path ?? `traits.${text}`;
}

/** A path as people read it: a trait by its name alone. */
export function nameOf(path: string): string {
  return plain(path)
    .replace(/^traits\./, "")
    .replace(/^event\.properties\./, "event › ");
}

/** Whether a rule names a trait that no sampled person has and that never arrived. */
export function isVanished(catalog: PropertyCatalog | undefined, fields: readonly KnownField[], path: string): boolean {
  const name = plain(path);
  const [, trait = ""] = name.split("traits.");
  if (catalog === undefined || catalog.sampledPeople === 0 || !name.startsWith("traits.") || trait === "") return false;
  return !fields.some((field) => name === field.path || name.startsWith(`${field.path}.`));
}
