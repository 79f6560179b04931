import { iso } from "#services";
import type { Example } from "./check-trips.ts";

const at = ({ step }: Example): string => (step ? `“${step}”` : "a step");

/** What is wrong with a trip, in a sentence, by the drawer it was put into. */
export const FINDING_TEXTS: Readonly<Record<string, (example: Example) => string>> = {
  position_without_enrollment: (trip) => `Somebody stands on ${at(trip)}, but there is no such enrollment.`,
  journey_missing: () => "This enrollment belongs to a journey that does not exist.",
  position_of_ended: (trip) => `This enrollment has ended, but still stands on ${at(trip)}.`,
  ended_without_reason: () => "This enrollment has ended, but nothing says why or when.",
  active_without_position: () => "This enrollment is active, but stands nowhere.",
  epoch_mismatch: (trip) =>
    `This enrollment stands on ${at(trip)} though its journey was archived since, and nothing is stopping it.`,
  position_of_another: (trip) => `Who stands on ${at(trip)} is not who the enrollment says.`,
  version_missing: () => "This enrollment is on a version that does not exist.",
  version_unreadable: (trip) =>
    `This enrollment stands on ${at(trip)} of a version that only a newer release can run. Upgrade this one.`,
  step_unknown: () => "This enrollment stands on a step that its version does not have.",
  overdue: (trip) => `This enrollment should have left ${at(trip)} at ${iso(trip.wakeAt ?? "")} and is still there.`,
  stranded: (trip) =>
    `This enrollment stands on ${at(trip)} with no time set and nothing awaited: it would stay for ever.`,
};
