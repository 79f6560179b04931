import type { JsonObject } from "#journey";
import type { NearMissReason } from "#words";
import type { EpochMs } from "./signal.ts";

export type { NearMissReason } from "#words";

/** One near miss, as it is stored and shown. */
export type NearMiss = {
  readonly journeyId: string;
  readonly reason: NearMissReason;
  readonly at: EpochMs;
  readonly signalId: string;
  readonly detail: JsonObject;
};
