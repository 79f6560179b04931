import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { Canvas, Position } from "#journey";
import type { Direction } from "../document/direction.ts";
import { edgesByExit, exitsOf } from "../document/exits.ts";
import { entryPoint, exitPoint, STEP_GAP, STEP_HEIGHT, STEP_WIDTH } from "../document/geometry.ts";
import { graphOf } from "../document/graph.ts";

/** From this number of steps on, a layout that is found sooner is worth more than the shortest edges. */
const MANY = 300;
const CAREFUL = { "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX" };
const QUICK = { "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF", "elk.layered.thoroughness": "1" };

/** The canvas as an elk graph: exits are ports in fixed order, so that TRUE stays left of FALSE. */
export function elkGraph(canvas: Canvas, direction: Direction): ElkNode {
  const entrySide = direction === "down" ? "NORTH" : "WEST";
  const side = direction === "down" ? "SOUTH" : "EAST";
  const sources = new Map<string, string>();
  const children = canvas.nodes.map((node) => {
    const exits = exitsOf(node, canvas);
    for (const [exit, edges] of edgesByExit(node, canvas))
      for (const edge of edges) sources.set(edge.id, `${node.id}:${exit}`);
    return {
      id: node.id,
      width: STEP_WIDTH,
      height: STEP_HEIGHT,
      layoutOptions: { "elk.portConstraints": "FIXED_POS" },
      ports: [
        { id: `${node.id}<`, ...entryPoint(direction, "build"), layoutOptions: { "elk.port.side": entrySide } },
        ...exits.map((exit, index) => ({
          id: `${node.id}:${exit.key}`,
          ...exitPoint(index, exits.length, direction, "build"),
          layoutOptions: { "elk.port.side": side },
        })),
      ],
    };
  });
  const { nodes } = graphOf(canvas);
  const edges = canvas.edges
    .filter(
      (edge) => edge.sourceNodeId !== edge.targetNodeId && nodes.has(edge.sourceNodeId) && nodes.has(edge.targetNodeId),
    )
    .map((edge) => ({
      id: edge.id,
      sources: [sources.get(edge.id) ?? edge.sourceNodeId],
      targets: [`${edge.targetNodeId}<`],
    }));
  return {
    id: "journey",
    children,
    edges,
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": direction === "down" ? "DOWN" : "RIGHT",
      "elk.spacing.nodeNode": "44",
      "elk.spacing.edgeNode": "44",
      "elk.layered.spacing.nodeNodeBetweenLayers": String(STEP_GAP),
      ...(children.length < MANY ? CAREFUL : QUICK),
      "elk.layered.cycleBreaking.strategy": "DEPTH_FIRST",
      "elk.separateConnectedComponents": "true",
      "elk.spacing.componentComponent": "80",
    },
  };
}

/** Where elk put the steps, moved so that the first step stays where it was. */
export function placesFrom(laidOut: ElkNode, canvas: Canvas): Map<string, Position> {
  const anchor = canvas.nodes[0];
  const found = new Map((laidOut.children ?? []).map((child) => [child.id, { x: child.x ?? 0, y: child.y ?? 0 }]));
  const start = anchor && found.get(anchor.id);
  const by = anchor && start ? { x: anchor.position.x - start.x, y: anchor.position.y - start.y } : { x: 0, y: 0 };
  return new Map([...found].map(([id, { x, y }]) => [id, { x: Math.round(x + by.x), y: Math.round(y + by.y) }]));
}
