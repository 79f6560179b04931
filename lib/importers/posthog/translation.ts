import type { JsonObject } from "#journey";
import type { ImportedContent, Level } from "../contract.ts";
import { onePiece, type Piece, type SketchNode } from "../graph/sketch.ts";
import { type Action, actionName } from "./workflow.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What an action becomes. Ways out are named as PostHog's edges: `continue`, or the number of a branch. */
export type Translation = {
  readonly piece: Piece | null;
  readonly level: Level;
  readonly reasons: readonly string[];
  readonly unfinished?: boolean;
};

/** What the translation of an action may add to the journey. */
export type Scene = { readonly addContent: (content: ImportedContent) => readonly string[] };
export type Translate = (config: Fields, action: Action, scene: Scene) => Translation;

export const keyOf = ({ id }: Action): string => `action:${id}`;

export const nodeOf = (
  action: Action,
  type: SketchNode["type"],
  config: JsonObject,
  content: string | null = null,
) => ({
  key: keyOf(action),
  name: actionName(action),
  type,
  config,
  content,
});

/** A step with one way out; with a reason it counts as approximated. */
export function single(node: SketchNode, reasons: readonly string[] = [], unfinished = false): Translation {
  const level = reasons.length > 0 || unfinished ? "approximated" : "taken_over";
  return { piece: onePiece(node, "continue"), level, reasons, unfinished };
}

export const leftOut = (...reasons: string[]): Translation => ({ piece: null, level: "left_out", reasons });
