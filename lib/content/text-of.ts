/** A value of a template as it is printed: empty for null and for NaN, lists without separators. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined || isNotFinite(value)) return "";
  return Array.isArray(value) ? value.map(textOf).join("") : String(value);
}

/** The result of a division by 0. */
export function isNotFinite(value: unknown): value is number {
  return typeof value === "number" && !Number.isFinite(value);
}
