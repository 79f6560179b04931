import * as z from "zod";

type JsonSchema = Record<string, unknown>;

/** Collects the named schemas of a document, so that each occurs once. */
export class SchemaBook {
  readonly schemas: Record<string, JsonSchema> = {};

  /** A schema as JSON Schema; its named parts move to the document's components. */
  read(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const { $schema, $defs, ...json } = z.toJSONSchema(schema, {
      io,
      unrepresentable: "any",
      cycles: "ref",
    }) as JsonSchema;
    for (const [name, definition] of Object.entries(($defs as Record<string, JsonSchema> | undefined) ?? {})) {
      this.schemas[name] ??= relinked(definition) as JsonSchema;
    }
    const { id, ...rest } = relinked(json) as JsonSchema;
    if (typeof id !== "string") return rest;
    this.schemas[id] ??= rest;
    return { $ref: `#/components/schemas/${id}` };
  }
}

/** References point to the components; a definition's own `id` is removed, because it would be read as an address. */
function relinked(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => relinked(item));
  if (typeof value === "string" && key === "$ref") return value.replace("#/$defs/", "#/components/schemas/");
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, relinked(inner, name)]));
}
