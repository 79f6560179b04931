import type { Names } from "./objects.ts";

/** An answer without the names that the request gave, and without what the server makes anew each time. */
export function settledText(text: string, names: Names): string {
  // The keys of channels are written with their prefix or without it.
  const all = Object.values(names).flatMap((value) => [String(value), String(value).replace(/^ch_/, "")]);
  const given = all.reduce((rest, value) => rest.replaceAll(whole(value), "<given>"), text);
  return given
    .replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, "<id>")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)/g, "<time>")
    .replaceAll(/\b(?:jrn|pk|sk)_\w+/g, "<key>")
    .replaceAll(/made-\d+/g, "<made>")
    .replaceAll(/"(number|revision|total|totalPages|createdMs)":\d+/g, '"$1":0')
    .replaceAll(/"(key|slug)":"[^"]*"/g, '"$1":"…"');
}

/** The name where it does not stand within a longer one. */
const whole = (name: string): RegExp => new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w-]/g, "\\$&")}(?![\\w-])`, "g");
