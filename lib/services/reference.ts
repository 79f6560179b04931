import * as z from "zod";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** A reference to an object: its id, key or number. */
export const Reference = z.string().regex(/^[\w.~-]{1,255}$/);
export type Reference = z.infer<typeof Reference>;

/** A parsed reference; a number outside the column's range matches nothing. */
export function readReference(reference: string): { id: string | null; number: number | null; key: string } {
  const number = /^[0-9]{1,9}$/.test(reference) ? Number(reference) : null;
  return { id: isUuid(reference) ? reference.toLowerCase() : null, number, key: reference };
}
