import type * as z from "zod";
import type { JourneyDocument, JourneyNode, JsonObject, NodeType } from "../schema.ts";

/** One thing a config schema finds wrong. */
export type ConfigIssue = z.core.$ZodIssue;

/** One way out of a node: the `branch` its edges name, and the words the canvas shows. */
export type Exit = { readonly key: string; readonly label: string };

/** What the product knows of one kind of node. */
export type NodeKind<Schema extends z.ZodType = z.ZodType> = {
  readonly type: NodeType;
  /** Config that can run. What may be saved is any JSON object. */
  readonly configSchema: Schema;
  /** Config of a node fresh from the palette; may still miss what only people can choose. */
  readonly defaults: () => JsonObject;
  /** Ways out, in the order the canvas shows them. */
  readonly exits: (node: JourneyNode, document: Pick<JourneyDocument, "edges">) => readonly Exit[];
  /** One line for the card on the canvas; works on unfinished config. */
  readonly summary: (config: JsonObject) => string;
  /** True when a person can stand here until something happens, so a cycle through it is allowed. */
  readonly waits: (node: JourneyNode) => boolean;
};

export const NEXT: readonly Exit[] = [{ key: "next", label: "Next" }];
export const never = () => false;

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
