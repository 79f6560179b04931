import type { OwnChannelType } from "./nodes/content-kinds.ts";

/** Codes that block publishing. */
export const ERROR_CODES = [
  "no_trigger",
  "missing_config",
  "bad_config",
  "bad_expression",
  "bad_sender",
  "bad_duration",
  "bad_template",
  "bad_document",
  "unknown_type",
  "unknown_target",
  "cycle_without_wait",
  "branch_unhandled",
  "bad_weights",
  "duplicate_name",
  "unknown_content",
  "unknown_survey",
  "unknown_campaign",
  "no_channel",
  "unknown_channel",
  "unknown_decision_flow",
  "unknown_endpoint",
  "unknown_field",
  "empty_content",
  "bad_url",
  "bad_sender",
  "cannot_disable",
] as const;

/** Codes of warnings, which do not block publishing. */
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
  "holds_out_of_transactional",
  "no_sdk",
  "journey_loop",
  "past_date",
  "missing_trait",
] as const;

export type ProblemCode = (typeof ERROR_CODES)[number] | (typeof WARNING_CODES)[number];

/** One problem of a document, with its place: the node or edge, and the field inside it. */
export type Problem = {
  readonly code: ProblemCode;
  readonly severity: "error" | "warning";
  readonly nodeId: string | null;
  readonly edgeId: string | null;
  /** Dotted path inside the node, edge or journey, e.g. `config.duration`, `settings.maxDuration`. */
  readonly field: string | null;
  /** A sentence for people that names the node. */
  readonly message: string;
};

/** A channel as a workspace has set it up. */
export type OwnChannel = { readonly kind: OwnChannelType; readonly isOn: boolean };

/** What exists outside the document, as far as it is known; `null` = unknown, so references are not checked. */
export type Catalog = {
  /** Ids, keys and numbers (as strings) of content items, with type and template sources to check. */
  readonly content: ReadonlyMap<string, CatalogContent> | null;
  readonly segments: ReadonlySet<string> | null;
  readonly events: ReadonlySet<string> | null;
  /** All names of the campaigns that may be cloned; absent = unknown. */
  readonly campaigns?: ReadonlySet<string> | null;
  /** The kinds of channel that are switched on; absent = unknown. */
  readonly channels?: ReadonlySet<string> | null;
  /** All names of the journeys into which people may be sent; absent = unknown. */
  readonly journeys?: ReadonlySet<string> | null;
  /** Ids, keys and numbers of the decision flows; absent = unknown. */
  readonly decisionFlows?: ReadonlySet<string> | null;
  /** The keys of the endpoints that live-data steps may ask; absent = unknown. */
  readonly endpoints?: ReadonlySet<string> | null;
  /** The workspace's channels by id, key and number. */
  readonly ownChannels?: ReadonlyMap<string, OwnChannel> | null;
  /** The time of the check (epoch ms) and the workspace's zone; absent = past dates are not reported. */
  readonly time?: { readonly now: number; readonly timezone: string };
};

export type CatalogContent = { readonly id: string; readonly type: string };
