import type { JsonObject } from "#journey";
import type { EpochMs, LoggedEvent, WebhookResponse } from "./signal.ts";

/** The number of the visit at which a stored enrollment stands: how many nodes it has entered. */
export const visitOf = ({ state }: { readonly state: { readonly visit?: unknown } }): number =>
  Number(state.visit ?? 0);

/** An armed timer of a node: the exit it takes (a branch, or `#` and the edge's id), and when it is due (epoch ms). */
export type Timer = readonly [key: string, due: EpochMs];

/** A signal that is kept until a hold ends (R32). */
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

/** What a running enrollment stores between signals: the content of `Position.state`. Absent means false, none or zero. */
export type EnrollmentState = {
  /** Number of nodes entered; it identifies the current visit. */
  visit: number;
  /** Time of the last hop. */
  at: EpochMs;
  /** The time from which the node's timers count, in epoch ms (R20). */
  armed: EpochMs;
  timers: readonly Timer[];
  /** The outcome of the node, when no edge serves it: only races can still move the enrollment. */
  spent?: string;
  /** How the enrollment continues when the hold ends, after a migration or retry put it on this node during the hold (R35). */
  moved?: "run" | "look" | "skip" | "pass";
  /** When time alone may make the awaited condition true, in epoch ms (R23). */
  recheck?: EpochMs;
  /** When time alone may make an exit condition true, in epoch ms (R23). */
  leaveCheck?: EpochMs;
  deadline?: EpochMs;
  max?: EpochMs;
  trigger: JsonObject | null;
  /** The enrollment has reached the goal of its current version. */
  reached?: true;
  /** The key of the goal that was counted last for this enrollment (R52). */
  converted?: string;
  /** The attribute goal was true at its last evaluation. */
  wasTrue?: true;
  /** The awaited events that arrived since enrollment, for nodes that also count earlier events: node id → event id. */
  early?: Readonly<Record<string, string>>;
  /** The path first taken at each SPLIT: node id → edge id. */
  took?: Readonly<Record<string, string>>;
  held?: readonly HeldSignal[];
  flags?: JsonObject;
  /** Results that nodes have stored, by name: guards and templates read them as `context`. */
  context?: JsonObject;
  /** The strongest outcome of the latest delivery. */
  outcome?: string;
  /** The latest message: its visit, its time (epoch ms), and the offer that it shows. */
  sent?: { readonly visit: number; readonly at: EpochMs; readonly offerId?: string };
  /** Number of effects between the last external cause and this enrollment (R22). */
  depth?: number;
  root?: string;
};
