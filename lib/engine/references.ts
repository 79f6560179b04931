import { type JourneyDocument, type JsonObject, nodeKinds, readEntryConditions } from "#journey";
import { parseExpression } from "./expressions/index.ts";

/** What a document calls segments, and journeys that it enrolls into. */
export type References = {
  readonly segments: readonly string[];
  /** Texts in expressions about segments, which may or may not be names of some. */
  readonly perhapsSegments: readonly string[];
  readonly journeys: readonly string[];
};

type Found = { readonly segments: Set<string>; readonly perhaps: Set<string>; readonly journeys: Set<string> };

/** Every name that freezing the document pins (R46). The audience is an id already. */
export function referencesOf(document: Pick<JourneyDocument, "nodes" | "edges" | "settings">): References {
  const found: Found = { segments: new Set(), perhaps: new Set(), journeys: new Set() };
  for (const { type, config } of document.nodes) {
    collect(config, found);
    for (const { what, name } of nodeKinds[type].setsOff(config)) if (what === "enroll") found.journeys.add(name);
  }
  for (const { trigger } of document.edges) collect(trigger, found);
  const { entryConditions, exitConditions } = document.settings;
  collect(exitConditions, found);
  if (!isPlainFilter(entryConditions)) collect(entryConditions, found);
  const { segments, perhaps, journeys } = found;
  return {
    segments: [...segments],
    perhapsSegments: [...perhaps].filter((name) => !segments.has(name)),
    journeys: [...journeys],
  };
}

/** A plain map compares properties of the event, whatever their names are. */
function isPlainFilter(conditions: unknown): boolean {
  if (typeof conditions !== "object" || conditions === null) return true;
  try {
    return readEntryConditions(conditions as JsonObject).filter === conditions;
  } catch {
    return true;
  }
}

/** Values of filters and properties are data, not names. */
const DATA: ReadonlySet<string> = new Set(["filter", "eventFilter", "properties", "variables", "value"]);

function collect(value: unknown, found: Found): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const object = value as JsonObject;
  for (const [key, inner] of Object.entries(object)) {
    if (DATA.has(key)) continue;
    if (key === "segment" && isName(inner)) found.segments.add(String(inner));
    else if (key === "segments" && Array.isArray(inner))
      for (const one of inner.filter(isName)) found.segments.add(String(one));
    else if (key === "expression" && typeof inner === "string") collectFrom(inner, found);
    else collect(inner, found);
  }
}

const isName = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number";

const TEXTS = /"([^"\\]+)"|'([^'\\]+)'/g;
const ASKED = /(?:"([^"\\]+)"|'([^'\\]+)')\s+in\s+segments\b/g;

/** `"vip" in segments` names a segment; other texts in an expression that reads `segments` may. */
function collectFrom(source: string, found: Found): void {
  if (!source.includes("segments")) return;
  const expression = parseExpression(source);
  if ("error" in expression || !expression.reads.includes("segments")) return;
  for (const [, double, single] of source.matchAll(ASKED)) found.segments.add(double ?? single ?? "");
  for (const [, double, single] of source.matchAll(TEXTS)) found.perhaps.add(double ?? single ?? "");
}
