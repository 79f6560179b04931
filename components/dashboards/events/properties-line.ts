import type { JsonObject } from "#journey";

const SHOWN = 4;

/** The first few properties on one line: `plan=pro · seats=3`. */
export function propertiesLine(properties: JsonObject): string {
  const entries = Object.entries(properties).slice(0, SHOWN);
  return entries
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" · ");
}
