import { freeName } from "#journey";
import type { ImportedEdge, ImportedNode } from "../contract.ts";
import { layOut } from "./lay-out.ts";
import type { FlowStep, SketchLink, SketchNode, Way } from "./sketch.ts";

export const END_KEY = "end";
const LONGEST_NAME = 120;

type Flow = {
  readonly triggers: readonly SketchNode[];
  /** The id of the product's own step that the triggers come from; null = it has none. */
  readonly entryId?: string | null;
  /** The step that people reach first; null = none. */
  readonly start: string | null;
  readonly steps: readonly FlowStep[];
};

type Drawn = {
  readonly nodes: readonly ImportedNode[];
  readonly edges: readonly ImportedEdge[];
  /** Names of the nodes of each step. */
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
};

/**
 * Draws the steps of another product as nodes and edges. Ways out without a step behind them lead to one EXIT: an exit
 * that no edge serves would block publishing.
 */
export function drawFlow({ triggers, entryId = null, start, steps }: Flow): Drawn {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const sketches = [...triggers, ...steps.flatMap(({ piece }) => piece?.nodes ?? [])];
  const links: SketchLink[] = [];
  let isOpen = false;
  const lead = (way: Way, to: string | null | undefined) => {
    const key = entryOf(byId, to);
    isOpen ||= key === END_KEY;
    links.push({ ...way, to: key });
  };
  for (const trigger of triggers) lead({ node: trigger.key }, start);
  for (const { piece, next } of steps) {
    links.push(...(piece?.links ?? []));
    for (const [exit, way] of Object.entries(piece?.exits ?? {})) lead(way, next[exit]);
  }
  if (isOpen) sketches.push({ key: END_KEY, name: "End", type: "EXIT", config: {} });
  const names = nameNodes(sketches);
  const edges = links.map(toEdge);
  const places = layOut(
    sketches.map(({ key }) => key),
    edges,
  );
  const nodes = sketches.map(({ content = null, ...node }): ImportedNode => {
    return {
      ...node,
      name: names.get(node.key) ?? node.key,
      content,
      position: places.get(node.key) ?? { x: 0, y: 0 },
    };
  });
  const namesOf = new Map(
    steps.map(({ id, piece }) => [id, (piece?.nodes ?? []).map(({ key }) => names.get(key) ?? key)]),
  );
  if (entryId !== null)
    namesOf.set(
      entryId,
      triggers.map(({ key }) => names.get(key) ?? key),
    );
  return { nodes, edges, namesOf };
}

/** The node that people enter at a step. Steps that are left out are passed; a circle of them ends the journey. */
function entryOf(steps: ReadonlyMap<string, FlowStep>, id: string | null | undefined): string {
  const seen = new Set<string>();
  let at = id ?? null;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const step: FlowStep | undefined = steps.get(at);
    if (step?.piece) return step.piece.nodes[0].key;
    at = step?.next[step.through] ?? null;
  }
  return END_KEY;
}

function toEdge({ node, to, branch = null, label = null, weight = null, trigger = null }: SketchLink): ImportedEdge {
  return { from: node, to, branch, label, weight, trigger };
}

/** Names are unique within a journey, and those of the product may not be. */
function nameNodes(nodes: readonly SketchNode[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    nodes.map(({ key, name, type }) => {
      const plain = name
        .replace(/\s+/g, " ")
        .trim()
        .slice(0, LONGEST_NAME - 8);
      return [key, freeName(plain === "" ? type.toLowerCase() : plain, taken, " ")];
    }),
  );
}
