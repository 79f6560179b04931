import type * as z from "zod";
import type { ContentType, JourneyDocument } from "#journey";

/** The formats in which a journey can be written: our own, and those of other products. */
export const DIALECT_KEYS = ["native", "transition-graph", "ordered-steps", "state-machine"] as const;
export type DialectKey = (typeof DIALECT_KEYS)[number];

/** A journey as a dialect knows it: how it is called and what it does, without ids, status or owner. */
export type JourneyDraft = {
  readonly name: string;
  readonly description: string | null;
  readonly document: JourneyDocument;
};

/** What may be wrong with foreign JSON; problems of the document itself are found when it is saved or published. */
export type DialectProblemCode =
  | "missing_field"
  | "wrong_type"
  | "wrong_value"
  | "unknown_value"
  | "unknown_field"
  | "unknown_type"
  | "unknown_operator"
  | "unknown_target"
  | "unknown_format"
  | "duplicate_name"
  | "bad_duration"
  | "bad_expression"
  | "entry_node"
  | "wrong_transition"
  | "no_final_state"
  | "unreachable"
  | "too_large";

/** One problem of foreign JSON. An error prevents reading; after a warning the journey is read all the same. */
export type DialectProblem = {
  readonly code: DialectProblemCode;
  readonly severity: "error" | "warning";
  /** RFC 6901, into the foreign JSON; empty = the whole of it. */
  readonly pointer: string;
  readonly message: string;
};

/** The result of reading: all problems at once, and the journey unless one of them is an error. */
export type Reading = { readonly journey: JourneyDraft | null; readonly problems: readonly DialectProblem[] };

/** Something of the journey that the format cannot say. */
export type Loss = {
  readonly nodeId?: string;
  readonly edgeId?: string;
  /** Dotted path inside the node, edge or journey, as in the problems of a document: `config.timeout`. */
  readonly field: string;
  /** A sentence for people that names the step. */
  readonly message: string;
};

/** The result of writing; what is not in `foreign` is in `losses`. */
export type Writing<Foreign> = { readonly foreign: Foreign; readonly losses: readonly Loss[] };

export type ReadContext = {
  /** Ids of new nodes and edges are derived from the seed and their names; the journey's id serves well. */
  readonly seed: string;
  /** The journey before this change: what keeps its name keeps its id, its position and all that the format cannot say. */
  readonly before?: JourneyDraft;
  /** The type of a message, from the names of its channel and its content; null or absent = only the built-in channels are known. */
  readonly contentTypeOf?: (channelId: string, contentId: string | null) => ContentType | null;
};

/** A format of journeys. `read` and `write` are pure, and neither throws because of its input. */
export type Dialect<Foreign = unknown> = {
  readonly key: DialectKey;
  /** The name of the format in pages. */
  readonly title: string;
  /** The schema of the foreign JSON, for API documents and editors. */
  readonly schema: z.ZodType<Foreign>;
  /** Whether a value looks like this format rather than another one; it may still have problems. */
  readonly recognizes: (foreign: unknown) => boolean;
  readonly read: (foreign: unknown, context: ReadContext) => Reading;
  readonly write: (journey: JourneyDraft) => Writing<Foreign>;
};
