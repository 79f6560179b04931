import type { Names } from "./objects.ts";

/** An answer without the names that the request gave, and without what the server makes again each time. */
export function settledText(text: string, names: Names): string {
  const settled = (part: string) => withoutNew(withoutNames(part, names));
  return settled(text.includes('"nodeId":') ? nodesInOrder(text, settled) : text);
}

function withoutNames(text: string, names: Names): string {
  // The keys of channels are written with their prefix or without it.
  const all = Object.values(names).flatMap((value) => [String(value), String(value).replace(/^ch_/, "")]);
  return all.reduce((rest, value) => rest.replaceAll(whole(value), "<given>"), text);
}

const withoutNew = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, "<id>")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)/g, "<time>")
    .replaceAll(/\b(?:jrn|pk|sk)_\w+/g, "<key>")
    .replaceAll(/made-\d+/g, "<made>")
    // The places API names what it makes by numbers, and tells times in seconds.
    .replaceAll(/"\d+":\{"id":\d+,/g, '"<number>":{"id":0,')
    .replaceAll(/"(id|created|updated)":\d+/g, '"$1":0')
    .replaceAll(/"(number|revision|total|totalPages|createdMs)":\d+/g, '"$1":0')
    .replaceAll(/"(key|slug)":"[^"]*"/g, '"$1":"…"');

/** The name where it does not stand within a longer one. */
const whole = (name: string): RegExp => new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w-]/g, "\\$&")}(?![\\w-])`, "g");

/** Lists about nodes are in the order of their ids, which the request or the server made up. */
function nodesInOrder(text: string, settled: (part: string) => string): string {
  const placeOf = (item: unknown) => settled(JSON.stringify(item));
  return JSON.stringify(
    JSON.parse(text, (_, value: unknown) =>
      Array.isArray(value) && value.every(isAboutNode)
        ? value.toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1))
        : value,
    ),
  );
}

const isAboutNode = (value: unknown): boolean => typeof value === "object" && value !== null && "nodeId" in value;
