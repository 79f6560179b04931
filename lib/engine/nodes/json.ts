/** CEL's whole numbers and moments as JSON. */
export function toJson(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value;
  if ("toISOString" in value && typeof value.toISOString === "function") return value.toISOString();
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, inner]) => [String(key), toJson(inner)]));
}
