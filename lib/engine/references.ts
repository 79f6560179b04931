import {
  type JourneyDocument,
  type JsonObject,
  type NodeType,
  namedByOperation,
  nodeKinds,
  objectsIn,
  readEntryConditions,
} from "#journey";
import { isObject } from "#values";
import { parseExpression } from "./expressions/index.ts";

/** The names by which a document refers to segments, and to the journeys that it enrolls into. */
export type References = {
  readonly segments: readonly string[];
  /** Texts in expressions that read `segments`; they may be names of segments. */
  readonly perhapsSegments: readonly string[];
  readonly journeys: readonly string[];
  /** Campaigns that steps clone. */
  readonly campaigns: readonly string[];
  readonly decisionFlows: readonly string[];
};

type Found = {
  readonly segments: Set<string>;
  readonly perhaps: Set<string>;
  readonly journeys: Set<string>;
  readonly campaigns: Set<string>;
};

/** All names that freezing the document pins (R46). The audience is stored as an id, so it is not among them. */
export function referencesOf(document: Pick<JourneyDocument, "nodes" | "edges" | "settings">): References {
  const found: Found = { segments: new Set(), perhaps: new Set(), journeys: new Set(), campaigns: new Set() };
  for (const { type, config } of document.nodes) {
    collect(config, found);
    for (const { what, name } of nodeKinds[type].setsOff(config)) if (what === "enroll") found.journeys.add(name);
    for (const name of campaignsIn(config)) found.campaigns.add(name);
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
    campaigns: [...found.campaigns],
    decisionFlows: [...new Set(document.nodes.flatMap(({ type, config }) => flowOf(type, config)))],
  };
}

/** The campaigns that the operations of a node clone. */
export function campaignsIn({ operations }: JsonObject): string[] {
  if (!Array.isArray(operations)) return [];
  return operations.flatMap((operation: unknown) => {
    const { type, campaign } = isObject(operation) ? operation : {};
    return namedByOperation(type) === "campaign" && isName(campaign) ? [String(campaign)] : [];
  });
}

function flowOf(type: NodeType, { decisionFlowId }: JsonObject): string[] {
  return nodeKinds[type].decides && isName(decisionFlowId) ? [String(decisionFlowId)] : [];
}

/** A plain map compares properties of the event, and its keys may have any name. */
function isPlainFilter(conditions: unknown): boolean {
  if (typeof conditions !== "object" || conditions === null) return true;
  try {
    return readEntryConditions(conditions as JsonObject).filter === conditions;
  } catch {
    return true;
  }
}

function collect(value: unknown, found: Found): void {
  for (const { object } of objectsIn(value)) {
    const { segment, segments, expression } = object;
    if (isName(segment)) found.segments.add(String(segment));
    if (Array.isArray(segments)) for (const one of segments.filter(isName)) found.segments.add(String(one));
    if (typeof expression === "string") collectFrom(expression, found);
  }
}

const isName = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number";

const TEXTS = /"([^"\\]+)"|'([^'\\]+)'/g;
const ASKED = /(?:"([^"\\]+)"|'([^'\\]+)')\s+in\s+segments\b/g;

/** `"vip" in segments` names a segment; other texts in an expression that reads `segments` may name one. */
function collectFrom(source: string, found: Found): void {
  if (!source.includes("segments")) return;
  const expression = parseExpression(source);
  if ("error" in expression || !expression.reads.includes("segments")) return;
  for (const [, double, single] of source.matchAll(ASKED)) found.segments.add(double ?? single ?? "");
  for (const [, double, single] of source.matchAll(TEXTS)) found.perhaps.add(double ?? single ?? "");
}
