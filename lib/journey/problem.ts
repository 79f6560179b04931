/** Codes that block publishing. */
export const ERROR_CODES = [
  "no_trigger",
  "missing_config",
  "bad_config",
  "bad_expression",
  "bad_sender",
  "bad_duration",
  "bad_template",
  "unknown_type",
  "unknown_target",
  "cycle_without_wait",
  "branch_unhandled",
  "bad_weights",
  "duplicate_name",
  "unknown_content",
  "unknown_field",
  "empty_content",
  "bad_url",
  "bad_sender",
] as const;

/** Codes that are shown and do not block. */
export const WARNING_CODES = [
  "unknown_event",
  "unknown_segment",
  "unknown_identity",
  "unknown_journey",
  "unreachable",
  "dead_end",
  "never_taken",
  "fast_cycle",
  "unbounded_wait",
  "beyond_retention",
  "no_sdk",
  "journey_loop",
  "past_date",
  "missing_trait",
] as const;

export type ProblemCode = (typeof ERROR_CODES)[number] | (typeof WARNING_CODES)[number];

/** One thing wrong with a document, with the way to it: node or edge, and the field inside it. */
export type Problem = {
  readonly code: ProblemCode;
  readonly severity: "error" | "warning";
  readonly nodeId: string | null;
  readonly edgeId: string | null;
  /** Dotted path inside the node, edge or journey, e.g. `config.duration`, `settings.maxDuration`. */
  readonly field: string | null;
  /** A sentence for people; names the node. */
  readonly message: string;
};

/** What the document refers to outside itself, as far as it is known; `null` = not known, do not check. */
export type Catalog = {
  /** Ids, keys and numbers (as strings) of content items, with type and template sources to check. */
  readonly content: ReadonlyMap<string, CatalogContent> | null;
  readonly segments: ReadonlySet<string> | null;
  readonly events: ReadonlySet<string> | null;
  /** Every name of the journeys that people may be sent to; absent = not known here. */
  readonly journeys?: ReadonlySet<string> | null;
  /** When it is looked over, in ms, and the workspace's zone; absent = dates may be past or not. */
  readonly time?: { readonly now: number; readonly timezone: string };
};

export type CatalogContent = { readonly id: string; readonly type: string };
