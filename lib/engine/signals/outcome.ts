import { OUTCOMES, type Outcome } from "../decisions/types.ts";
import type { EnrollmentState } from "../enrollment-state.ts";
import { Execution, type Occurrence } from "../execution.ts";
import { checkExitRules } from "../exits/exit-rules.ts";
import { goOnIfMet } from "../hops/look.ts";
import type { AdvanceState, RunningEnrollment } from "../model.ts";
import type { Signal } from "../signal.ts";

type OutcomeSignal = Extract<Signal, { kind: "outcome" }>;

/** Keeps what the person did with the enrollment's latest send; the strongest outcome counts. */
export function takeOfferOutcome(what: Occurrence, signal: OutcomeSignal): void {
  const enrollment = concerned(what.advanceState, signal);
  if (enrollment === undefined || isOfEarlierSend(enrollment.memory, signal)) return;
  if (strengthOf(signal.outcome) <= strengthOf(enrollment.memory.outcome)) return;
  const run = new Execution(what, enrollment);
  enrollment.memory.outcome = signal.outcome;
  run.touch();
  if (!checkExitRules(run, null)) goOnIfMet(run);
  run.commit();
}

/** 0 for everything that is not an outcome of an offer or a message, such as `sent`. */
export function strengthOf(outcome: string | undefined): number {
  const place = OUTCOMES.indexOf(outcome as Outcome);
  return place < 0 ? 0 : OUTCOMES.length - place;
}

/** The named enrollment, else the one that sent something last. */
function concerned({ enrollments }: AdvanceState, { enrollmentId }: OutcomeSignal): RunningEnrollment | undefined {
  const running = enrollments.filter(({ ended }) => !ended);
  if (enrollmentId !== undefined) return running.find((enrollment) => enrollment.enrollmentId === enrollmentId);
  return running
    .filter(({ memory }) => memory.sent !== undefined)
    .reduce<RunningEnrollment | undefined>(
      (latest, one) =>
        (latest?.memory.sent?.at ?? Number.NEGATIVE_INFINITY) < (one.memory.sent?.at ?? 0) ? one : latest,
      undefined,
    );
}

function isOfEarlierSend({ sent }: EnrollmentState, { visit, offerId }: OutcomeSignal): boolean {
  if (sent === undefined) return false;
  if (visit !== undefined) return visit !== sent.visit;
  return offerId !== undefined && sent.offerId !== offerId;
}
