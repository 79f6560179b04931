import type { JsonObject } from "#journey";
import type { EpochMs } from "./signal.ts";

/** Why somebody whose signal met a trigger did not get in. */
export type NearMissReason =
  | "too_old"
  | "paused"
  | "anonymous"
  | "entry_conditions"
  | "audience"
  | "no_instance_key"
  | "not_published"
  | "already_in"
  | "already_was"
  | "goal_already_met"
  | "exit_condition"
  | "too_soon"
  | "too_many";

/** One such case, as it is kept and shown. */
export type NearMiss = {
  readonly journeyId: string;
  readonly reason: NearMissReason;
  readonly at: EpochMs;
  readonly signalId: string;
  readonly detail: JsonObject;
};
