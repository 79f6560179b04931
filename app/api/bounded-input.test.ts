import { expect, it } from "vitest";
import * as z from "zod";
import { registeredRoutes } from "#http";
import "./routes.ts";

type Json = Record<string, unknown>;

/** Patterns and formats that limit the length of a text themselves. */
const SHORT_FORMATS = new Set(["uuid", "date-time", "date"]);
const isBoundedPattern = (pattern: unknown): boolean =>
  typeof pattern === "string" && /\{\d+(?:,\d+)?\}\$$/.test(pattern);

/** Paths of texts without a longest length and of lists without a largest size. */
function findUnbounded(schema: unknown, path: string, definitions: Json): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((one, index) => findUnbounded(one, `${path}/${index}`, definitions));
  const { type, enum: values, const: constant, maxLength, format, pattern, maxItems, $defs, ...rest } = schema as Json;
  const bounded =
    values !== undefined ||
    constant !== undefined ||
    maxLength !== undefined ||
    SHORT_FORMATS.has(String(format)) ||
    isBoundedPattern(pattern);
  const own = [
    ...(type === "string" && !bounded ? [`${path} (text)`] : []),
    ...(type === "array" && maxItems === undefined && !("prefixItems" in rest) ? [`${path} (list)`] : []),
  ];
  const inner = Object.entries({ ...rest, ...($defs as Json | undefined) }).flatMap(([key, value]) =>
    key === "propertyNames" || key === "default" || key === "examples"
      ? []
      : findUnbounded(value, `${path}/${key}`, definitions),
  );
  return [...own, ...inner];
}

it("T7: every text and every list that a route takes has a largest size", () => {
  const found = registeredRoutes().flatMap((route) =>
    (["params", "query", "body"] as const).flatMap((place) => {
      const schema = route[place];
      if (!schema) return [];
      const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", cycles: "ref" });
      return findUnbounded(json, `${route.method} ${route.path} ${place}:`, {});
    }),
  );
  expect(found).toEqual([]);
});
