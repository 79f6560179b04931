import type { JsonObject } from "#journey";
import { Execution, type Occurrence } from "../execution.ts";
import { type GoingOn, goOnFrom } from "../hops/arrival.ts";
import { derivedId } from "../ids.ts";
import type { AdvanceState, RunningEnrollment } from "../model.ts";
import { behaviours } from "../nodes/index.ts";
import { runningEnrollment } from "../running-enrollment.ts";
import type { Signal } from "../signal.ts";

type Retry = Extract<Signal, { kind: "retry" }>;

/**
 * Continues a failed enrollment at the node where it failed, in a new visit; a running or finished one is not changed
 * (R36).
 */
export function takeRetry(what: Occurrence, signal: Retry): void {
  const { advanceState } = what;
  const found = findFailed(advanceState, signal.enrollmentId);
  if (found === null) return;
  const { enrollment, stood } = found;
  const run = new Execution(what, enrollment).inOrder();
  const refusal = refusalOf(advanceState, enrollment);
  if (refusal !== null) {
    refuse(run, signal, refusal);
    return;
  }
  run.revive();
  const { state, at } = run;
  const skip = signal.skip === true;
  const resumes = stood && !(state !== undefined && behaviours[state.program.type].repeats);
  const how: GoingOn = skip ? "skip" : resumes ? "look" : "run";
  enrollment.memory.visit += 1;
  if (!resumes) enrollment.memory.timers = [];
  const receipt = { skipped: skip };
  run.arrive({ from: null, to: enrollment.nodeId, edge: null, at, cause: "retry", receipt });
  goOnFrom(run, how);
  run.commit();
}

/** Finds the failed enrollment, which failed in this call or in an earlier one. */
function findFailed(
  advanceState: AdvanceState,
  enrollmentId: string,
): { readonly enrollment: RunningEnrollment; readonly stood: boolean } | null {
  const known = advanceState.enrollments.find((enrollment) => enrollment.enrollmentId === enrollmentId);
  if (known !== undefined) {
    const failed = advanceState.out.ended.some((end) => end.id === enrollmentId && end.status === "failed");
    return known.ended && failed ? { enrollment: known, stood: false } : null;
  }
  const stored = advanceState.input.failed?.find((enrollment) => enrollment.enrollmentId === enrollmentId);
  const enrollment = stored === undefined ? null : runningEnrollment(advanceState.input, stored);
  return enrollment === null ? null : { enrollment, stood: stored?.stood === true };
}

/**
 * A retry must not break the limit of one running enrollment per journey and instance key, and an enrollment that an
 * archive ended stays ended (R31).
 */
function refusalOf(
  advanceState: AdvanceState,
  { journey, epoch, instanceKey, enrollmentId }: RunningEnrollment,
): JsonObject | null {
  if (journey.status === "archived" || epoch < journey.epoch) return { refused: "journey_archived" };
  const other = advanceState.enrollments.find(
    (enrollment) =>
      !enrollment.ended &&
      enrollment.journey.id === journey.id &&
      enrollment.instanceKey === instanceKey &&
      enrollment.enrollmentId !== enrollmentId,
  );
  return other === undefined ? null : { refused: "already_in", runs: other.enrollmentId };
}

function refuse({ advanceState, enrollment, cause, at }: Execution, signal: Retry, receipt: JsonObject): void {
  advanceState.out.history.push({
    id: derivedId(`refused:${signal.id}`, at, enrollment.enrollmentId, enrollment.seq),
    enrollmentId: enrollment.enrollmentId,
    journeyId: enrollment.journey.id,
    versionId: enrollment.versionId,
    signalId: cause.signalId,
    signalKind: cause.kind,
    at,
    seq: enrollment.seq + 1,
    hops: [{ from: null, to: null, edge: null, at, cause: "retry", receipt }],
  });
}
