import type { JsonObject } from "#journey";
import type { NearMissReason } from "#words";
import type { EpochMs } from "./signal.ts";

export type { NearMissReason } from "#words";

/** Somebody whose signal met a trigger and who did not get in, as it is kept and shown. */
export type NearMiss = {
  readonly journeyId: string;
  readonly reason: NearMissReason;
  readonly at: EpochMs;
  readonly signalId: string;
  readonly detail: JsonObject;
};
