import type { JsonObject } from "#journey";
import type { ImportedContent, Level } from "../contract.ts";
import { onePiece, type Piece, type SketchNode } from "../graph/sketch.ts";
import { objectOf, textOf } from "../json.ts";
import type { Outline } from "../outline.ts";

type Fields = Readonly<Record<string, unknown>>;

/** One action of a flow: a real id, or a temporary one in a file that is meant for creating. */
export type Action = { readonly id: string; readonly fields: Fields; readonly data: Fields; readonly pointer: string };

/** What an action becomes. Ways out are named as the fields of its links, or by the branch. */
export type Translation = {
  readonly piece: Piece | null;
  readonly level: Level;
  readonly reasons: readonly string[];
  readonly unfinished?: boolean;
};

/** What the actions of a flow share. */
export class Scene {
  readonly outline: Outline;
  readonly addContent: (content: ImportedContent) => readonly string[];
  /** The trait whose date starts the flow; empty = it starts otherwise. */
  readonly dateTrait: string;
  /** The metric of the goal: the first that is asked for since the start of the flow. */
  goalMetric: string | null = null;

  constructor(outline: Outline, addContent: Scene["addContent"], dateTrait: string) {
    this.outline = outline;
    this.addContent = addContent;
    this.dateTrait = dateTrait;
  }
}

export type Translate = (action: Action, scene: Scene) => Translation;

export const keyOf = ({ id }: Action): string => `action:${id}`;

/** Actions have no names of their own; messages and some splits do. */
export function nameOf({ data, fields }: Action): string {
  const type = textOf(fields.type).replaceAll("-", " ");
  return textOf(data.name) || textOf(objectOf(data.message).name) || type.charAt(0).toUpperCase() + type.slice(1);
}

export const nodeOf = (
  action: Action,
  type: SketchNode["type"],
  config: JsonObject,
  content: string | null = null,
) => ({
  key: keyOf(action),
  name: nameOf(action),
  type,
  config,
  content,
});

/** A step with one way out; with a reason it counts as approximated. */
export function single(node: SketchNode, reasons: readonly string[] = [], unfinished = false): Translation {
  const level = reasons.length > 0 || unfinished ? "approximated" : "taken_over";
  return { piece: onePiece(node), level, reasons, unfinished };
}

export const leftOut = (...reasons: string[]): Translation => ({ piece: null, level: "left_out", reasons });
