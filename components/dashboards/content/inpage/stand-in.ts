import { isObject } from "#values";

/** The element of the preview's page that stands for every target. */
const STAND_IN = { signals: [{ kind: "id", value: "sojourn-target" }] };

/**
 * A ready document for the preview's page: its targets are the one element there, and it is shown at once, whatever the
 * pages and the delay that hold on a website.
 */
export function forPreview(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...document, delayMs: 0, parts: onStandIn(document.parts) };
}

function onStandIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(onStandIn);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, inner]) => {
      if (field === "pages") return [];
      if (field === "custom") return [[field, inner]];
      return [[field, field === "target" && isObject(inner) ? STAND_IN : onStandIn(inner)]];
    }),
  );
}
