import type { schema } from "#store";
import { beginningOf, isObject, storableText } from "#values";
import type { MessageFinding } from "./finding.ts";

type MessageSample = (typeof schema.refusedMessages.$inferSelect)["samples"][number];

const MAX_TEXT = 1_000;
const MAX_SHORT = 255;

/** The message as the page shows it, without keys and cut to a size that is safe to store. */
export function sampleOf(finding: MessageFinding): MessageSample {
  const { input, path, message, door } = finding;
  const { userId, anonymousId } = isObject(input) ? input : {};
  return {
    at: new Date().toISOString(),
    path: short(door),
    field: path.length === 0 ? null : short(path.join(".")),
    message: short(message),
    userId: idOf(userId),
    anonymousId: idOf(anonymousId),
    text: cut(textOf(input), MAX_TEXT),
  };
}

const idOf = (id: unknown): string | null => (typeof id === "string" || typeof id === "number" ? short(`${id}`) : null);
const short = (text: string): string => cut(text, MAX_SHORT);

/** The text may be the very text that cannot be stored, so it is made storable. */
const cut = (text: string, length: number): string =>
  text.length > length ? `${beginningOf(text, length)}…` : storableText(text);

/** Excessive nesting is one reason why a message is refused; serialising such a message throws. */
function textOf(input: unknown): string {
  try {
    return JSON.stringify(input, withoutKeys) ?? "";
  } catch {
    return "(nested too deeply to be shown)";
  }
}

/** Browser clients put the write key into every message; people who may read samples must not see it. */
const withoutKeys = (key: string, value: unknown): unknown => (key === "writeKey" ? undefined : value);
