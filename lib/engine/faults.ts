import type { JsonObject } from "#journey";
import type { EpochMs } from "./signal.ts";

/** A fault that an operator should see: a chain of effects that was cut off (R22), or a hold that dropped signals (R32). */
export type Alert = {
  readonly code: "depth_limit" | "held_limit";
  readonly journeyId: string | null;
  readonly enrollmentId: string | null;
  readonly at: EpochMs;
  readonly detail: JsonObject;
};

/**
 * From this visit on nothing of an enrollment is stored: the node fails instead, or the enrollment fails at its
 * position if the visit has already begun.
 */
export type Bar = { readonly visit: number; readonly error: string };
