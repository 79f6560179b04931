import type { JsonObject } from "#journey";
import type { EpochMs, PersonPatch } from "./signal.ts";

/** What a node did while its journey was paused with `queue`; it is carried out when the journey resumes (R33). */
export type QueuedEffect =
  /** Releases a message that was set aside. */
  | { readonly type: "release"; readonly deliveryId: string }
  | { readonly type: "patch"; readonly patch: PersonPatch }
  | { readonly type: "emit"; readonly name: string; readonly properties: JsonObject }
  | { readonly type: "enroll"; readonly journey: string; readonly properties: JsonObject }
  | { readonly type: "campaign"; readonly campaign: string };

/** A person change or delivery that a `queue` pause set aside; actions run in the order in which they were queued. */
export type QueuedAction = {
  readonly id: string;
  readonly journeyId: string;
  readonly enrollmentId: string;
  readonly epoch: number;
  readonly at: EpochMs;
  readonly effect: QueuedEffect;
};
