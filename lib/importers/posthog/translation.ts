import type { ImportedContent } from "../contract.ts";
import { nodeNamed, singleBy, type Translation } from "../graph/translation.ts";
import { type Action, actionName } from "./workflow.ts";

export { keyOf, leftOut, type Translation } from "../graph/translation.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What the translation of an action may add to the journey. */
export type Scene = { readonly addContent: (content: ImportedContent) => readonly string[] };
export type Translate = (config: Fields, action: Action, scene: Scene) => Translation;

export const nodeOf = nodeNamed(actionName);
/** PostHog's edges are named `continue`, or by the number of a branch. */
export const single = singleBy("continue");
