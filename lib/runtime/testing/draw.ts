import { newId } from "#db";
import { JourneyDocument } from "#journey";

export type DrawnNode = { name: string; type: string; config?: Record<string, unknown>; contentId?: string };
export type DrawnEdge = { from: string; to: string; branch?: string; trigger?: Record<string, unknown> };
export type Drawing = {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  settings?: Record<string, unknown>;
  goalConfig?: Record<string, unknown>;
  audienceId?: string;
  allowAnonymous?: boolean;
};

/** Builds a document from names instead of ids and positions. */
export function draw({ nodes, edges, ...rest }: Drawing): JourneyDocument {
  const ids = new Map(nodes.map((node) => [node.name, newId()]));
  const idOf = (name: string) => ids.get(name) ?? newId();
  return JourneyDocument.parse({
    nodes: nodes.map((node) => ({ config: {}, ...node, id: idOf(node.name), position: { x: 0, y: 0 } })),
    edges: edges.map(({ from, to, ...edge }, index) => ({
      ...edge,
      id: newId(),
      name: `${from}-to-${to}-${index}`,
      sourceNodeId: idOf(from),
      targetNodeId: idOf(to),
    })),
    ...rest,
  });
}

/** A journey with a trigger on `event`, then the given nodes in sequence, each with one exit. */
export function line(event: string, steps: DrawnNode[], settings: Record<string, unknown> = {}): JourneyDocument {
  const start = {
    name: "start",
    type: "TRIGGER",
    config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: event } },
  };
  const nodes = [start, ...steps];
  const edges = steps.map((step, index) => ({ from: nodes[index]?.name ?? "", to: step.name }));
  return draw({ nodes, edges, settings });
}
