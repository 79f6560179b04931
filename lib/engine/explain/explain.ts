import type { FinishedEnrollment } from "../advance-input.ts";
import { entryProgram } from "../entry/candidates.ts";
import type { AdvanceState, RunningEnrollment } from "../model.ts";
import { type Asked, open } from "./asked.ts";
import { explainInside } from "./inside.ts";
import { explainOutside } from "./outside.ts";
import type { Explanation, Question } from "./types.ts";

/**
 * Why a person is in a journey, why not, why they wait, until when, and what would move them: judged by the checks and
 * state that batches use (R41). Pure; times are epoch milliseconds.
 */
export function explain(question: Question): Explanation {
  const journey = question.input.snapshot.journeys.get(question.journeyId);
  const prepared = journey === undefined ? null : entryProgram(question.input.snapshot, journey);
  const asked = open(question, prepared);
  if (asked === null) return unknown();
  const enrollment = runningEnrollment(asked.advanceState, question);
  if (enrollment !== null && !isArchived(enrollment)) return explainInside(asked, enrollment);
  return explainOutside(
    asked,
    enrollment === null ? finishedEnrollment(asked, question) : archivedEnrollment(enrollment, asked),
  );
}

function unknown(): Explanation {
  const text = "The journey has never been published: nobody can enter.";
  return {
    verdict: "not_in",
    sentence: text,
    enrollmentId: null,
    exitReason: null,
    waiting: null,
    reasons: [{ code: "not_published", text, detail: { status: "draft" } }],
    wouldMove: ["Publishing the journey."],
  };
}

/** The enrollment asked for, else the latest running one. */
function runningEnrollment(
  advanceState: AdvanceState,
  { journeyId, enrollmentId }: Question,
): RunningEnrollment | null {
  const enrollments = advanceState.enrollments.filter((enrollment) => enrollment.journey.id === journeyId);
  if (enrollmentId !== undefined)
    return enrollments.find((enrollment) => enrollment.enrollmentId === enrollmentId) ?? null;
  return enrollments.at(-1) ?? null;
}

/** Counts as stopped at once, before the bookkeeping is done (R31). */
function isArchived({ journey, epoch }: RunningEnrollment): boolean {
  return journey.status === "archived" || epoch < journey.epoch;
}

function archivedEnrollment(enrollment: RunningEnrollment, { now }: Asked): FinishedEnrollment {
  const { enrollmentId, journey, versionId, instanceKey, epoch, enrolledAt } = enrollment;
  const ended = { status: "stopped", exitReason: "journey_archived", endedAt: now } as const;
  return { enrollmentId, journeyId: journey.id, versionId, instanceKey, epoch, enrolledAt, ...ended };
}

function finishedEnrollment({ advanceState }: Asked, { journeyId, enrollmentId }: Question): FinishedEnrollment | null {
  const enrollments = advanceState.past.filter((enrollment) => enrollment.journeyId === journeyId);
  const sorted = [...enrollments].sort((left, right) => left.enrolledAt - right.enrolledAt);
  const asked =
    enrollmentId === undefined ? undefined : sorted.find((enrollment) => enrollment.enrollmentId === enrollmentId);
  return asked ?? (enrollmentId === undefined ? (sorted.at(-1) ?? null) : null);
}
