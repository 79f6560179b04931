import type { EdgeTrigger, JsonObject, NodeType } from "#journey";

/** A node without its place on the canvas. */
export type SketchNode = {
  readonly key: string;
  readonly name: string;
  readonly type: NodeType;
  readonly config: JsonObject;
  readonly content?: string | null;
};

/** The way out of a piece: a node of it, and how the edge from there is marked. */
export type Way = {
  readonly node: string;
  readonly branch?: string | null;
  readonly label?: string | null;
  readonly weight?: number | null;
  /** An event that takes the edge out of a node at which people wait. */
  readonly trigger?: EdgeTrigger | null;
};

export type SketchLink = Way & { readonly to: string };

/** What one step of another product becomes: nodes of which the first is entered, links between them, and ways out. */
export type Piece = {
  readonly nodes: readonly [SketchNode, ...SketchNode[]];
  readonly links: readonly SketchLink[];
  /** By the product's own names for the ways out of its step. */
  readonly exits: Readonly<Record<string, Way>>;
};

/** A step of another product with its place in the graph. */
export type FlowStep = {
  readonly id: string;
  /** Null = left out: people continue by `through`. */
  readonly piece: Piece | null;
  /** The step that follows each way out; null = the journey ends there. */
  readonly next: Readonly<Record<string, string | null>>;
  /** The way that people take where the step is left out. */
  readonly through: string;
};

/** A step that becomes one node with one way out. */
export function onePiece(node: SketchNode, exit = "next"): Piece {
  return { nodes: [node], links: [], exits: { [exit]: { node: node.key } } };
}

/** Puts nodes in front of a piece, in order. */
export function inFront(nodes: readonly SketchNode[], piece: Piece): Piece {
  return nodes.reduceRight<Piece>(
    (behind, node) => ({
      nodes: [node, ...behind.nodes],
      links: [{ node: node.key, to: behind.nodes[0].key }, ...behind.links],
      exits: behind.exits,
    }),
    piece,
  );
}
