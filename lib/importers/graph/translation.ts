import type { JsonObject } from "#journey";
import type { Level } from "../contract.ts";
import { onePiece, type Piece, type SketchNode } from "./sketch.ts";

/** What an action of a flow becomes. Ways out are named as the product names them. */
export type Translation = {
  readonly piece: Piece | null;
  readonly level: Level;
  readonly reasons: readonly string[];
  readonly unfinished?: boolean;
};

/** Makes steps with one way out, named as the product names it; with a reason one counts as approximated. */
export const singleBy =
  (exit?: string) =>
  (node: SketchNode, reasons: readonly string[] = [], unfinished = false): Translation => {
    const level = reasons.length > 0 || unfinished ? "approximated" : "taken_over";
    return { piece: onePiece(node, exit), level, reasons, unfinished };
  };

export const leftOut = (...reasons: string[]): Translation => ({ piece: null, level: "left_out", reasons });

export const keyOf = ({ id }: { readonly id: string }): string => `action:${id}`;

/** The node of an action, by the name that its product gives it. */
export const nodeNamed =
  <Action extends { readonly id: string }>(nameOf: (action: Action) => string) =>
  (action: Action, type: SketchNode["type"], config: JsonObject, content: string | null = null): SketchNode => ({
    key: keyOf(action),
    name: nameOf(action),
    type,
    config,
    content,
  });
