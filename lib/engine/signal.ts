import type { JsonObject } from "#journey";
import type { ExitReason } from "#words";
import type { Outcome } from "./decisions/types.ts";

export type { ExitReason } from "#words";

/** Milliseconds since 1970 (UTC). The engine never reads a clock: all its times are passed in. */
export type EpochMs = number;

type SignalBase = {
  /** Id of the inbox row; ids of everything that the signal causes are derived from it. */
  readonly id: string;
  /** When the database received the signal (epoch ms): it defines the order of signals and their time in the engine (R3). */
  readonly at: EpochMs;
  /** The first external cause and the number of effects since it, for signals that a node created (R22). */
  readonly root?: string;
  readonly depth?: number;
};

/** An event as the engine sees it; `timestamp` is the client's time, `receivedAt` the database's (epoch ms). */
export type LoggedEvent = {
  readonly id: string;
  readonly name: string;
  readonly properties: JsonObject;
  readonly timestamp: EpochMs;
  readonly receivedAt: EpochMs;
  /** Marked as an import: it is logged and counted by rules, but triggers nothing (R30). */
  readonly imported?: boolean;
};

/** A change of a person; absent keys change nothing. */
export type PersonPatch = {
  /** Merged into the traits; a `null` value removes the trait. */
  readonly traits?: JsonObject;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** `null` clears the stage. */
  readonly stage?: string | null;
  readonly addSegments?: readonly string[];
  readonly removeSegments?: readonly string[];
  readonly externalId?: string;
  readonly anonymousId?: string;
};

/** A signal: everything that can happen to a person, processed in the order of the person's inbox (R1). */
export type Signal =
  | (SignalBase & { readonly kind: "event"; readonly event: LoggedEvent })
  | (SignalBase & { readonly kind: "patch"; readonly patch: PersonPatch; readonly source: string })
  | (SignalBase & {
      readonly kind: "enroll";
      readonly journeyId: string;
      /** Set by callers that need the id before the batch has run; derived when absent. */
      readonly enrollmentId?: string;
      readonly instanceKey?: string;
      readonly properties?: JsonObject;
      /** `manual` skips the audience check; `audience`: a membership started it; `site`: a page or an app asked for it. */
      readonly origin: "manual" | "audience" | "effect" | "schedule" | "site";
      /** The TRIGGER by which to enter, if a journey has several of a kind. */
      readonly nodeId?: string;
      /** When the person joined the audience (epoch ms): one membership enrolls once, however often it is announced (R28). */
      readonly memberSince?: EpochMs;
    })
  | (SignalBase & {
      readonly kind: "stop";
      readonly enrollmentId?: string;
      readonly journeyId?: string;
      readonly reason: StopReason;
    })
  /**
   * Continues a failed enrollment where it failed: the node runs again in a new visit, or is skipped by its default
   * exit (R36). Needs the enrollment in `AdvanceInput.failed` and its version among the snapshot's `programs`. Refused,
   * with a receipt, while another enrollment with the same instance key runs.
   */
  | (SignalBase & { readonly kind: "retry"; readonly enrollmentId: string; readonly skip?: boolean })
  /**
   * Ends the wait of one enrollment at a node, unless it has left that visit since: it leaves the journey, takes the
   * node's default exit, or moves to another node of its version.
   */
  | (SignalBase & {
      readonly kind: "release";
      readonly enrollmentId: string;
      readonly nodeId: string;
      readonly visit: number;
      readonly action: "exit" | "skip" | "move";
      /** For `move`. */
      readonly toNodeId?: string;
    })
  /**
   * Moves the person's running enrollments of a journey to another version by a plan (R35); without `enrollmentId` all
   * of them. Needs `toVersionId` among the snapshot's `programs`, else nothing moves. Enrollments already on that
   * version are left unchanged, so that the signal may be repeated.
   */
  | (SignalBase & {
      readonly kind: "migrate";
      readonly journeyId: string;
      readonly enrollmentId?: string;
      readonly toVersionId: string;
      readonly plan: MigrationPlan;
    })
  | (SignalBase & {
      readonly kind: "delivery";
      readonly enrollmentId: string;
      readonly nodeId: string;
      readonly visit: number;
      /** `completed dismissed timeout` for in-page content, `sent failed` for messages and webhooks. */
      readonly outcome: string;
      readonly error?: string;
      /** The response of a webhook's endpoint to the last attempt; the body is parsed when it is JSON, at most 64 KB. */
      readonly response?: WebhookResponse;
      /** A trial assumes the outcome; nothing was called. */
      readonly assumed?: true;
    })
  /**
   * What the person did with an offer or a message. Without `enrollmentId` it is about the enrollment that sent
   * something last; `visit` and `offerId` say which send is meant.
   */
  | (SignalBase & {
      readonly kind: "outcome";
      readonly outcome: Outcome;
      readonly enrollmentId?: string;
      readonly offerId?: string;
      readonly visit?: number;
    })
  /**
   * The plan of a DATE trigger is due (R55). Dates up to `since` are already processed. `basis` is the hash of the
   * trait's value from which the plan was made; it is empty if the value changed at `since`, when the date was already
   * due. `dueAt` and `key` are those of the plan; signals from the previous release lack them.
   */
  | (SignalBase & {
      readonly kind: "date";
      readonly journeyId: string;
      readonly nodeId: string;
      readonly since: EpochMs;
      readonly basis: string;
      readonly dueAt?: EpochMs;
      readonly key?: string | null;
    })
  /** Nothing happened to the person, but time, or data whose changes send no signal, may have changed an answer (R23). */
  | (SignalBase & { readonly kind: "poll" })
  /** The journey resumed after `hold` or `queue`: what the pause kept is handed back (R32, R33). */
  | (SignalBase & { readonly kind: "resume"; readonly journeyId: string });

/** Where enrollments on older versions move; nodes that are not named are not moved (R35). */
export type MigrationPlan = {
  readonly steps: readonly MigrationStep[];
  /**
   * `keep` (default): timers of the same edge keep their due times; `recompute`: all timers count from the entry into
   * the node.
   */
  readonly timers?: "keep" | "recompute";
};

export type MigrationStep = {
  /** The node of the position and its version; without `versionId`, every older version. */
  readonly nodeId: string;
  readonly versionId?: string;
  readonly action: "stay" | "move" | "exit";
  /**
   * The target node; without it the node of the same id, else of the same name. If there is none, the enrollment does
   * not move.
   */
  readonly toNodeId?: string;
  /** Overrides the plan's `timers` for this node. */
  readonly timers?: MigrationPlan["timers"];
};

export type WebhookResponse = { readonly status: number; readonly body?: unknown };

export type SignalKind = Signal["kind"];

/** Why an enrollment is ended early, by its journey or from outside. */
export type StopReason = Exclude<ExitReason, "finished" | "goal_reached" | "loop" | "step_failed">;
