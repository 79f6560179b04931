/**
 * Whether a condition counts events or refers to segments: only such a condition can become true without a signal to
 * the person.
 */
export function readsEventsOrSegments(config: unknown): boolean {
  if (Array.isArray(config)) return config.some(readsEventsOrSegments);
  if (typeof config !== "object" || config === null) return false;
  if ("event" in config || "segment" in config) return true;
  if ("expression" in config && typeof config.expression === "string" && /\bsegments\b/.test(config.expression))
    return true;
  return Object.values(config).some(readsEventsOrSegments);
}
