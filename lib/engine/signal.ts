import type { JsonObject } from "#journey";
import type { ExitReason } from "#words";

export type { ExitReason } from "#words";

/** Milliseconds since the epoch; inside the engine time is always such a number, handed in. */
export type EpochMs = number;

type SignalBase = {
  /** Row id in the inbox; ids of everything the signal causes are derived from it. */
  readonly id: string;
  /** When the database received it: the engine's order and time of it (R3). */
  readonly at: EpochMs;
  /** First outside cause and number of hops from it, for signals a step made itself (R22). */
  readonly root?: string;
  readonly depth?: number;
};

/** An event as the engine sees it; `timestamp` is the client's own clock. */
export type LoggedEvent = {
  readonly id: string;
  readonly name: string;
  readonly properties: JsonObject;
  readonly timestamp: EpochMs;
  readonly receivedAt: EpochMs;
  /** Marked as an import: logged and counted by rules, acts on nothing (R30). */
  readonly imported?: boolean;
};

/** What to change about a person; keys that are absent stay. */
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

/** Whatever may happen to a person, in the order of the person's inbox (R1). */
export type Signal =
  | (SignalBase & { readonly kind: "event"; readonly event: LoggedEvent })
  | (SignalBase & { readonly kind: "patch"; readonly patch: PersonPatch; readonly source: string })
  | (SignalBase & {
      readonly kind: "enroll";
      readonly journeyId: string;
      /** Fixed by whoever asks, so that they can answer before the batch ran; derived when absent. */
      readonly enrollmentId?: string;
      readonly instanceKey?: string;
      readonly properties?: JsonObject;
      /** `manual` skips the audience check, `audience` comes from a membership. */
      readonly origin: "manual" | "audience" | "effect" | "schedule";
      /** The TRIGGER to enter by, where a journey has several of a kind. */
      readonly nodeId?: string;
      /** When the person entered the audience: one membership enrolls once, however often it is announced (R28). */
      readonly memberSince?: EpochMs;
    })
  | (SignalBase & {
      readonly kind: "stop";
      readonly enrollmentId?: string;
      readonly journeyId?: string;
      readonly reason: StopReason;
    })
  /**
   * A failed enrollment goes on where it failed: the node runs again in a new visit, or is skipped by its default exit (R36).
   * Needs the enrollment in `AdvanceInput.failed` and its version in `World.programs`; refused, with a receipt, while another enrollment runs.
   */
  | (SignalBase & { readonly kind: "retry"; readonly enrollmentId: string; readonly skip?: boolean })
  /**
   * Moves the person's running enrollments of a journey to another version by a plan (R35); without `enrollmentId` all of them.
   * Needs `toVersionId` in `World.programs`, else nobody moves. Enrollments already on that version are left alone, so that
   * the same signal may come twice.
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
      /** `completed dismissed timeout` of in-page content, `sent failed` of the rest. */
      readonly outcome: string;
      readonly error?: string;
      /** What a webhook's endpoint answered, of its last attempt; the body parsed when it is JSON, at most 64 KB. */
      readonly response?: WebhookResponse;
    })
  /**
   * A date of the person may have come (R55): what was planned for a DATE trigger is due. `since` is up to when its dates have
   * been dealt with, `basis` tells the value that was planned by: empty where the value changed when the date was due
   * already, at `since`. `dueAt` and `key` are those of the plan; signals of the release before are without.
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
  /** Nothing happened, but time or facts that signal nobody may have changed an answer (R23). */
  | (SignalBase & { readonly kind: "poll" })
  /** The journey goes on after `hold` or `queue`: hand back what was kept (R32, R33). */
  | (SignalBase & { readonly kind: "resume"; readonly journeyId: string });

/** What becomes of people on the steps of older versions; steps that are not named stay (R35). */
export type MigrationPlan = {
  readonly steps: readonly MigrationStep[];
  /** `keep` (the default): timers of the same edge stay as armed; `recompute`: all count from entering the step. */
  readonly timers?: "keep" | "recompute";
};

export type MigrationStep = {
  /** The step people stand on, and the version it is of; without one, of every older version. */
  readonly nodeId: string;
  readonly versionId?: string;
  readonly action: "stay" | "move" | "exit";
  /** Where to; without it the node of the same id, else of the same name. No such node: they stay. */
  readonly toNodeId?: string;
  /** In place of the plan's. */
  readonly timers?: MigrationPlan["timers"];
};

export type WebhookResponse = { readonly status: number; readonly body?: unknown };

export type SignalKind = Signal["kind"];

/** Why an enrollment is ended early, by its journey or from outside. */
export type StopReason = Exclude<ExitReason, "finished" | "goal_reached" | "loop" | "step_failed">;
