import { isMoment } from "#times";
import { type IngestItem, IngestProblem } from "./item.ts";

const SUSPECT = /\\u0000|\\ud[89a-f]/i;

/** PostgreSQL's jsonb refuses NUL characters and lone surrogates: the field is named before anything is written (R37). */
export function checkItems(items: readonly IngestItem[]): void {
  for (const [index, item] of items.entries()) {
    if (!item.userId && !item.anonymousId) throw new IngestProblem(index, "userId", "or anonymousId is needed");
    if (item.type === "track" && !item.event) throw new IngestProblem(index, "event", "is missing");
    if (item.timestamp && !isMoment(item.timestamp.getTime()))
      throw new IngestProblem(index, "timestamp", "is no time between the years 1900 and 9999");
    // Serialising shows both as escapes, so that only a suspect item is walked through.
    if (SUSPECT.test(JSON.stringify(item))) findFault(index, "", item);
  }
}

function findFault(index: number, path: string, value: unknown): void {
  if (typeof value === "string") {
    if (value.includes("\u0000")) throw new IngestProblem(index, path, "contains a NUL character");
    if (!value.isWellFormed()) throw new IngestProblem(index, path, "contains half of a surrogate pair");
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const field = path === "" ? key : `${path}.${key}`;
    findFault(index, path === "" ? "a key" : `a key of ${path}`, key);
    findFault(index, field, inner);
  }
}
