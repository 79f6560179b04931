import { iso } from "#services";
import type { Example } from "./check-enrollments.ts";

const at = ({ step }: Example): string => (step ? `“${step}”` : "a step");

/** What is wrong with an enrollment, in a sentence, by the drawer it was put into. */
export const FINDING_TEXTS: Readonly<Record<string, (example: Example) => string>> = {
  position_without_enrollment: (enrollment) => `Somebody stands on ${at(enrollment)}, but there is no such enrollment.`,
  journey_missing: () => "This enrollment belongs to a journey that does not exist.",
  position_of_ended: (enrollment) => `This enrollment has ended, but still stands on ${at(enrollment)}.`,
  ended_without_reason: () => "This enrollment has ended, but nothing says why or when.",
  active_without_position: () => "This enrollment is active, but stands nowhere.",
  epoch_mismatch: (enrollment) =>
    `This enrollment stands on ${at(enrollment)} though its journey was archived since, and nothing is stopping it.`,
  position_of_another: (enrollment) => `Who stands on ${at(enrollment)} is not who the enrollment says.`,
  version_missing: () => "This enrollment is on a version that does not exist.",
  version_unreadable: (enrollment) =>
    `This enrollment stands on ${at(enrollment)} of a version that only a newer release can run. Upgrade this one.`,
  step_unknown: () => "This enrollment stands on a step that its version does not have.",
  overdue: (enrollment) =>
    `This enrollment should have left ${at(enrollment)} at ${iso(enrollment.wakeAt ?? "")} and is still there.`,
  stranded: (enrollment) =>
    `This enrollment stands on ${at(enrollment)} with no time set and nothing awaited: it would stay for ever.`,
};
