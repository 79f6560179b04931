import { iso } from "#services";
import type { Example } from "#store/audit";

const at = ({ step }: Example): string => (step ? `“${step}”` : "a step");

/** A sentence per finding category. */
export const FINDING_TEXTS: Readonly<Record<string, (example: Example) => string>> = {
  position_without_enrollment: (enrollment) => `A position exists at ${at(enrollment)}, but its enrollment does not.`,
  journey_missing: () => "This enrollment belongs to a journey that does not exist.",
  position_of_ended: (enrollment) => `This enrollment has ended, but still has a position at ${at(enrollment)}.`,
  ended_without_reason: () => "This enrollment has ended without a reason or an end time.",
  active_without_position: () => "This enrollment is active, but has no position.",
  epoch_mismatch: (enrollment) =>
    `This enrollment is still at ${at(enrollment)}, although its journey was archived, and no operation stops it.`,
  position_of_another: (enrollment) =>
    `The position at ${at(enrollment)} belongs to another person than its enrollment.`,
  version_missing: () => "This enrollment is on a version that does not exist.",
  version_unreadable: (enrollment) =>
    `This enrollment is at ${at(enrollment)} of a version that only a newer release can run. Upgrade Sojourn.`,
  step_unknown: () => "This enrollment is at a step that its version does not have.",
  overdue: (enrollment) =>
    `This enrollment should have left ${at(enrollment)} at ${iso(enrollment.wakeAt ?? "")} and is still there.`,
  stranded: (enrollment) =>
    `This enrollment is at ${at(enrollment)} with no timer and nothing to wait for: it would stay forever.`,
};
