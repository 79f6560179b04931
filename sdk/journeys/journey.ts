import type { Edge } from "./edges.ts";
import type { SegmentName } from "./names.ts";
import type { Node } from "./nodes.ts";
import type { Goal, Settings } from "./types/configs.ts";

/** Marks the files of Sojourn. */
const FORMAT = { format: "sojourn-journey", version: 1 } as const;

/** What a journey is made of. A field that is left out stays on the server as it is; `null` empties it. */
export type JourneyParts<Name extends string> = {
  readonly name: string;
  readonly description?: string | null;
  readonly nodes: readonly Node<Name>[];
  readonly edges?: readonly Edge<NoInfer<Name>>[];
  readonly settings?: Settings;
  readonly goalConfig?: Goal | null;
  /** The segment, by key, whose people alone may enter. */
  readonly audience?: SegmentName | null;
  readonly allowAnonymous?: boolean;
};

/** A journey as code: its key, and the file that it is. */
export type Journey = { readonly key: string; readonly journey: object };

/**
 * A journey; the default export of a file that is named after its key. `others` are fields that this version does not
 * know, or that are not finished.
 */
export const journey = <const Name extends string>(
  key: string,
  parts: JourneyParts<Name>,
  others: Readonly<Record<string, unknown>> = {},
): Journey => ({ key, journey: { ...FORMAT, ...parts, ...others } });
