import { isMoment } from "#times";
import { isStorable, textFault } from "#values";
import { type IngestItem, IngestProblem } from "./item.ts";

/**
 * PostgreSQL's jsonb refuses NUL characters and lone surrogates. The check names the field before anything is written
 * (R37).
 */
export function checkItems(items: readonly IngestItem[]): void {
  for (const [index, item] of items.entries()) {
    if (!item.userId && !item.anonymousId) throw new IngestProblem(index, "userId", "or anonymousId is needed");
    if (item.type === "track" && !item.event) throw new IngestProblem(index, "event", "is missing");
    if (item.timestamp && !isMoment(item.timestamp.getTime()))
      throw new IngestProblem(index, "timestamp", "is no time between the years 1900 and 9999");
    // The search builds the path of every field, so only an item with a fault is searched.
    if (!isStorable(item)) findFault(index, "", item);
  }
}

function findFault(index: number, path: string, value: unknown): void {
  if (typeof value === "string") {
    const fault = textFault(value);
    if (fault !== null) throw new IngestProblem(index, path, fault);
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const field = path === "" ? key : `${path}.${key}`;
    findFault(index, path === "" ? "a key" : `a key of ${path}`, key);
    findFault(index, field, inner);
  }
}
