import * as z from "zod";
import { iso } from "./timestamp.ts";

/** The fields of an answer that a row has under the same names, times as the API prints them. */
export function fieldsOf<Shape extends z.ZodRawShape, Row extends object>(
  schema: z.ZodObject<Shape>,
  row: Row,
): Pick<Row, keyof Row & keyof Shape> {
  const stored = new Map<string, unknown>(Object.entries(row));
  const fields = Object.entries(schema.shape).flatMap(([name, type]) => {
    if (!stored.has(name)) return [];
    const value = stored.get(name);
    return [[name, isTime(type) && isMoment(value) ? iso(value) : value]];
  });
  return Object.fromEntries(fields);
}

const isTime = (type: unknown): boolean =>
  type instanceof z.ZodISODateTime || (type instanceof z.ZodNullable && isTime(type.unwrap()));

const isMoment = (value: unknown): value is string | Date => typeof value === "string" || value instanceof Date;
