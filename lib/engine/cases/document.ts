import type { Catalog, JourneyDocument } from "#journey";
import { derivedId } from "../ids.ts";
import type { JourneyCase } from "./types.ts";

/** The start of every case: 2026-03-02T09:00:00Z, a Monday. */
export const CASE_START = 1_772_442_000_000;

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of an offset such as `1d2h30m10s`, or `0`. */
export function caseOffset(text: string): number {
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)([smhd])/g)) sum += Number(amount) * (UNITS[unit ?? ""] ?? 0);
  return sum;
}

/** The content items that exist in every case, as publishing sees them. */
export const caseCatalog: Catalog = {
  content: new Map([["mail", { id: "mail", type: "email" }]]),
  segments: null,
  events: null,
};

/** The journey of a case as a document. Ids are derived from the names; `scope` distinguishes the ids of two cases. */
export function caseDocument({ journey }: JourneyCase, scope = ""): JourneyDocument {
  const nodeIds = journey.nodes.map((node, index) => derivedId(`${scope}node:${index}:${node.name}`, CASE_START, "00"));
  const idOf = (name: string) =>
    nodeIds[journey.nodes.findIndex((node) => node.name === name)] ??
    derivedId(`${scope}missing:${name}`, CASE_START, "00");
  return {
    nodes: journey.nodes.map((node, index) => ({
      id: nodeIds[index] ?? "",
      type: node.type,
      name: node.name,
      config: node.config,
      position: { x: 0, y: index * 100 },
      contentId: node.contentId ?? null,
    })),
    edges: journey.edges.map((edge, index) => ({
      id: derivedId(`${scope}edge:${index}`, CASE_START, "00"),
      name: `${edge.from}-to-${edge.to}-${index}`,
      sourceNodeId: idOf(edge.from),
      targetNodeId: idOf(edge.to),
      branch: edge.branch ?? null,
      label: null,
      weight: null,
      trigger: edge.trigger ?? null,
    })),
    settings: journey.settings ?? {},
    goalConfig: journey.goalConfig ?? null,
    audienceId: null,
    allowAnonymous: false,
  };
}
