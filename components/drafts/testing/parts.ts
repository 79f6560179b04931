import type { JourneyEdge, JourneyNode, NodeType } from "#journey";

/** A uuid that can be told by its name: tests refer to nodes by letters. */
export function idOf(name: string): string {
  const hex = Array.from(name, (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return `00000000-0000-4000-8000-${hex.slice(-12).padStart(12, "0")}`;
}

export function node(name: string, type: NodeType, fields: Partial<JourneyNode> = {}): JourneyNode {
  return { id: idOf(name), name, type, config: {}, position: { x: 0, y: 0 }, contentId: null, ...fields };
}

export function edge(from: string, to: string, fields: Partial<JourneyEdge> = {}): JourneyEdge {
  const name = `${from}-to-${to}`;
  const ends = { sourceNodeId: idOf(from), targetNodeId: idOf(to) };
  return { id: idOf(name), name, ...ends, branch: null, label: null, weight: null, trigger: null, ...fields };
}
