import type { DataTypes } from "#sdk/node";
import { keyText } from "./write-literal.ts";

type Field = DataTypes["traits"]["fields"][number];

const HEAD = `// Made by \`sojourn types\` of what the workspace has seen and made. Run it again when something is new; do not edit it.
`;

/** Declarations that give the builder and the clients the names and types of a workspace. The same for the same data. */
export function typesText({ events, traits, ...made }: DataTypes, strict: boolean): string {
  const seen = events.map(({ name, properties }) => `  ${keyText(name)}: ${propertiesText(properties, "  ")};\n`);
  return [
    HEAD,
    `/** The events that were seen, with their properties. */\nexport type Events = ${block(seen)};\n`,
    `/** The traits that people have. */\nexport type Traits = ${propertiesText(traits.fields, "")};\n`,
    `declare global {\n  interface SojournWorkspace {\n${[
      ...(strict ? ["strict: true"] : []),
      "events: Events",
      "traits: Traits",
      `segments: ${oneOf(made.segments)}`,
      `content: ${oneOf(made.content.map(({ key }) => key))}`,
      `journeys: ${oneOf(made.journeys)}`,
      `decisionFlows: ${oneOf(made.decisionFlows)}`,
    ]
      .map((line) => `    ${line};\n`)
      .join("")}  }\n}\n`,
  ].join("\n");
}

const block = (lines: readonly string[]): string =>
  lines.length === 0 ? "Record<never, never>" : `{\n${lines.join("")}}`;

/** No field is certain: a sample cannot say that an event always has it. */
function propertiesText(fields: readonly Field[], indent: string): string {
  if (fields.length === 0) return "Record<string, unknown>";
  const lines = fields.map(({ name, types }) => `${indent}  ${keyText(name)}?: ${typeText(types)};\n`);
  return `{\n${lines.join("")}${indent}}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  null: "null",
  object: "Record<string, unknown>",
  array: "unknown[]",
};

/** The types that were seen; a field that was only ever null may be anything. */
function typeText(types: Field["types"]): string {
  const texts = [...new Set(types.map(({ type }) => oneType(type)))];
  const lists = texts.filter((text) => text.endsWith("[]"));
  // An empty list says nothing of its items where others do.
  const told = lists.length > 1 ? texts.filter((text) => text !== "unknown[]") : texts;
  return told.length === 1 && told[0] === "null" ? "unknown" : told.join(" | ");
}

function oneType(type: string): string {
  const [kind = "", items = ""] = type.split(":");
  if (kind !== "array" || items === "") return TYPES[kind] ?? "unknown";
  const inner = items.split(",").map((item) => TYPES[item] ?? "unknown");
  return inner.length === 1 ? `${inner[0]}[]` : `(${inner.join(" | ")})[]`;
}

const oneOf = (keys: readonly string[]): string =>
  keys.length === 0 ? "never" : keys.map((key) => JSON.stringify(key)).join(" | ");
