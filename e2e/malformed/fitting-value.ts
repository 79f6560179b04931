import type { Random } from "./random.ts";
import type { Schema } from "./read-operations.ts";

type Schemas = Readonly<Record<string, Schema>>;
const DEEPEST = 5;
const WORDS = [
  "plan",
  "email",
  "2d",
  "start",
  "wait",
  "a@example.com",
  "MANUAL",
  "2026-03-01T10:00:00Z",
  "pro",
] as const;

/** A value much as a schema wants it: good enough to get past the first checks, wrong somewhere now and then. */
export function fittingValue(schema: Schema, schemas: Schemas, random: Random, depth = 0): unknown {
  const resolved = resolve(schema, schemas);
  if ("const" in resolved) return resolved.const;
  if (isList(resolved.enum)) return resolved.enum[random.below(resolved.enum.length)];
  const choices = [resolved.anyOf, resolved.oneOf].find(isList);
  if (choices) return fittingValue(asSchema(choices[random.below(choices.length)]), schemas, random, depth + 1);
  const type = isList(resolved.type) ? resolved.type[random.below(resolved.type.length)] : resolved.type;
  switch (type) {
    case "object":
      return depth > DEEPEST ? {} : fittingObject(resolved, schemas, random, depth);
    case "array":
      return depth > DEEPEST ? [] : fittingList(resolved, schemas, random, depth);
    case "integer":
      return Math.max(Number(resolved.minimum ?? 0), random.below(50));
    case "number":
      return random.next() * 100;
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    default:
      return fittingText(resolved, random);
  }
}

function fittingObject(schema: Schema, schemas: Schemas, random: Random, depth: number): object {
  const properties = Object.entries(asSchema(schema.properties));
  const required = isList(schema.required) ? schema.required : [];
  const kept = properties.filter(([name]) => required.includes(name) || random.chance(0.4));
  return Object.fromEntries(
    kept.map(([name, inner]) => [name, fittingValue(asSchema(inner), schemas, random, depth + 1)]),
  );
}

function fittingList(schema: Schema, schemas: Schemas, random: Random, depth: number): unknown[] {
  const length = Math.max(Number(schema.minItems ?? 0), random.below(3));
  return Array.from({ length }, () => fittingValue(asSchema(schema.items), schemas, random, depth + 1));
}

function fittingText(schema: Schema, random: Random): string {
  if (schema.format === "uuid") return `0197a000-0000-7000-8000-${String(random.below(1e9)).padStart(12, "0")}`;
  if (schema.format === "date-time") return "2026-03-01T10:00:00Z";
  if (schema.format === "email") return `user${random.below(1e6)}@example.com`;
  return `${random.pick(WORDS)}`;
}

function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  return name === undefined ? schema : (schemas[name] ?? {});
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0;
const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asSchema = (value: unknown): Schema => (isSchema(value) ? value : {});
