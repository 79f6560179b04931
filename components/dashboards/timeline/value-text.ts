/** A JSON value on one line: text as it is, the rest as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value) ?? "–";
}
