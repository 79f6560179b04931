import type { JsonObject, NodeType } from "#journey";
import type { ImportedContent, Level } from "../contract.ts";
import type { Outline } from "../outline.ts";
import type { ExportIndex } from "./export-index.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a step of Mautic becomes, without its wait. */
export type Translation = {
  /** Null = left out. */
  readonly node: { readonly type: NodeType; readonly config: JsonObject; readonly content?: string } | null;
  readonly level: Level;
  readonly reasons: readonly string[];
  readonly unfinished?: boolean;
};

/** What the translation of a step may look at and add to. */
export type Scene = {
  readonly index: ExportIndex;
  readonly outline: Outline;
  readonly addContent: (content: ImportedContent) => readonly string[];
};

export type Translate = (properties: Fields, scene: Scene, name: string) => Translation;

export const taken = (node: Translation["node"], ...reasons: string[]): Translation => ({
  node,
  level: "taken_over",
  reasons,
});
export const close = (node: Translation["node"], ...reasons: string[]): Translation => ({
  node,
  level: "approximated",
  reasons,
});
/** A node that somebody has to fill in before the journey can be published. */
export const open = (node: Translation["node"], ...reasons: string[]): Translation => ({
  node,
  level: "approximated",
  reasons,
  unfinished: true,
});
export const leftOut = (...reasons: string[]): Translation => ({ node: null, level: "left_out", reasons });
