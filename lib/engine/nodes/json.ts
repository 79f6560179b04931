/** Converts CEL values to JSON: whole numbers to numbers, timestamps to ISO 8601, durations to seconds such as `5400s`. */
export function toJson(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value;
  if ("toISOString" in value && typeof value.toISOString === "function") return value.toISOString();
  if (isDuration(value)) return `${Number(value.seconds) + value.nanos / 1_000_000_000}s`;
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, inner]) => [String(key), toJson(inner)]));
}

function isDuration(value: object): value is { readonly seconds: bigint; readonly nanos: number } {
  return "seconds" in value && typeof value.seconds === "bigint" && "nanos" in value && typeof value.nanos === "number";
}
