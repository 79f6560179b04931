import type { JsonObject } from "#journey";
import type { EpochMs, LoggedEvent, WebhookResponse } from "./signal.ts";

/** The visit that a stored enrollment stands in: the number of nodes it has entered. */
export const visitOf = ({ state }: { readonly state: { readonly visit?: unknown } }): number =>
  Number(state.visit ?? 0);

/** An armed timer of a node: the exit it takes (a branch, or `#` and the edge's id), and when it is due. */
export type Timer = readonly [key: string, due: EpochMs];

/** A signal that a hold keeps back (R32). */
export type HeldSignal =
  | { readonly kind: "event"; readonly event: LoggedEvent }
  | {
      readonly kind: "delivery";
      readonly at: EpochMs;
      readonly visit: number;
      readonly outcome: string;
      readonly error?: string;
      readonly response?: WebhookResponse;
    };

/** What a running enrollment remembers between signals: the content of `Position.state`. Absent = no, none, zero. */
export type EnrollmentState = {
  /** Number of nodes entered; names the visit the person is on. */
  visit: number;
  /** Time of the last hop. */
  at: EpochMs;
  /** From when the node's timers count (R20). */
  armed: EpochMs;
  timers: readonly Timer[];
  /** The node's own outcome, which has no edge: only races are left. */
  spent?: string;
  /** Came here by a migration or a retry while held: how it goes on when the hold ends (R35). */
  moved?: "run" | "look" | "skip";
  /** When time alone may make the awaited condition true (R23). */
  recheck?: EpochMs;
  /** When time alone may make an exit condition true (R23). */
  leaveCheck?: EpochMs;
  deadline?: EpochMs;
  max?: EpochMs;
  trigger: JsonObject | null;
  /** The goal of the version the person is on was reached since enrollment. */
  reached?: true;
  /** The key of the goal this enrollment was counted for last (R52). */
  converted?: string;
  /** The attribute goal was true when last looked at. */
  wasTrue?: true;
  /** Events of the nodes that count them since enrollment: node id → event id. */
  early?: Readonly<Record<string, string>>;
  /** The path first taken at each SPLIT: node id → edge id. */
  took?: Readonly<Record<string, string>>;
  held?: readonly HeldSignal[];
  flags?: JsonObject;
  /** Results that nodes have stored, by name: `context` of guards and templates. */
  context?: JsonObject;
  /** Strongest outcome of the latest delivery. */
  outcome?: string;
  /** Hops of effects away from the last outside cause (R22). */
  depth?: number;
  root?: string;
};
