import type { MessageRef } from "./report.ts";

/** A part of a parsed body, by names and places; undefined if it is not there. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, key)?.value;
  }
  return found;
}

const LONGEST = 2_000;

/** The text there, or a number as text; else an empty one. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found === "number") return String(found);
  return typeof found === "string" ? found.replaceAll("\u0000", "").slice(0, LONGEST) : "";
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = path.length === 0 ? value : at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The body as JSON; undefined = it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const within = (ms: number): number | null => (ms > EARLIEST && ms < LATEST ? Math.floor(ms) : null);

/** Seconds since 1970, with a fraction or without. */
export const fromSeconds = (written: string): number | null =>
  written === "" ? null : within(Number(written) * 1_000);

export const fromText = (written: string): number | null => within(Date.parse(written));

/** Only what is there, so that stored details hold no empty fields. */
export const details = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Our id where we have put it, else the Message-ID; null = the report names no message of ours. */
export function refOf(ourId: string, messageId = ""): MessageRef | null {
  if (UUID.test(ourId)) return { deliveryId: ourId.toLowerCase() };
  return messageId === "" ? null : { messageId };
}

/** The value of a header in a list of `{name, value}`. */
export const headerAt = (headers: readonly unknown[], name: string): string =>
  textAt(
    headers.find((one) => textAt(one, "name").toLowerCase() === name.toLowerCase()),
    "value",
  );
