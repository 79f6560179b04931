import type { ImportedContent } from "../contract.ts";
import { nodeNamed, singleBy, type Translation } from "../graph/translation.ts";
import { objectOf, textOf } from "../json.ts";
import type { Outline } from "../outline.ts";

export { keyOf, leftOut, type Translation } from "../graph/translation.ts";

type Fields = Readonly<Record<string, unknown>>;

/** One action of a flow: a real id, or a temporary one in a file that is meant for creating. */
export type Action = { readonly id: string; readonly fields: Fields; readonly data: Fields; readonly pointer: string };

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

/** Actions have no names of their own; messages and some splits do. */
export function nameOf({ data, fields }: Action): string {
  const type = textOf(fields.type).replaceAll("-", " ");
  return textOf(data.name) || textOf(objectOf(data.message).name) || type.charAt(0).toUpperCase() + type.slice(1);
}

export const nodeOf = nodeNamed(nameOf);
export const single = singleBy();
