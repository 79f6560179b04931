import type { JsonObject } from "#journey";
import type { EpochMs } from "./signal.ts";

/** Something an operator should see: a chain of effects cut off (R22), a hold that dropped signals (R32). */
export type Alert = {
  readonly code: "depth_limit" | "held_limit";
  readonly journeyId: string | null;
  readonly enrollmentId: string | null;
  readonly at: EpochMs;
  readonly detail: JsonObject;
};

/** From which visit on an enrollment takes no step: that step fails instead, or it fails as it stands if it is there already. */
export type Bar = { readonly visit: number; readonly error: string };
