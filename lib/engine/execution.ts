import type { JsonObject } from "#journey";
import type { Hop } from "./advance-input.ts";
import { derivedId } from "./ids.ts";
import type { RunningEnrollment, Work } from "./model.ts";
import type { ProgramExit } from "./program.ts";
import type { EpochMs } from "./signal.ts";

type Counted = "entered" | "advanced" | "exited" | "failed";

/** Adds one to a node's or an edge's counter (R36). */
export function count(work: Work, enrollment: RunningEnrollment, elementId: string, what: Counted): void {
  let ofVersion = work.out.counts.get(enrollment.versionId);
  if (ofVersion === undefined) {
    ofVersion = new Map();
    work.out.counts.set(enrollment.versionId, ofVersion);
  }
  let delta = ofVersion.get(elementId);
  if (delta === undefined) {
    const { versionId, journey } = enrollment;
    delta = {
      journeyId: journey.id,
      versionId,
      elementId,
      entered: 0,
      advanced: 0,
      exited: 0,
      failed: 0,
    };
    ofVersion.set(elementId, delta);
  }
  delta[what] += 1;
}

/** A hop into a node: the visit before it ends as advanced, the new one begins. */
export function recordHop(
  work: Work,
  enrollment: RunningEnrollment,
  edge: ProgramExit | null,
  to: string,
  at: EpochMs,
  cause: string,
  receipt: JsonObject,
): void {
  if (edge !== null) {
    count(work, enrollment, enrollment.nodeId, "advanced");
    count(work, enrollment, edge.edgeId, "advanced");
  }
  enrollment.memory.visit += 1;
  arrive(work, enrollment, {
    from: edge === null ? null : enrollment.nodeId,
    to,
    edge: edge?.edgeId ?? null,
    at,
    cause,
    receipt,
  });
}

/** The enrollment stands on another node, or on the same of another version: its visit there begins. */
export function arrive(work: Work, enrollment: RunningEnrollment, hop: Hop & { readonly to: string }): void {
  enrollment.hops.push(hop);
  enrollment.nodeId = hop.to;
  enrollment.memory.at = hop.at;
  enrollment.touched = true;
  count(work, enrollment, hop.to, "entered");
}

/** The hop that leads nowhere: an enrollment that is ended from outside, or by a fault. */
export function recordEnd(enrollment: RunningEnrollment, at: EpochMs, cause: string, receipt: JsonObject): void {
  enrollment.hops.push({ from: enrollment.nodeId, to: null, edge: null, at, cause, receipt });
}

/** Writes what the signal at hand did to the enrollment as one history row (R7); ids sort in the order of the rows. */
export function flush(work: Work, enrollment: RunningEnrollment): void {
  const last = enrollment.hops.at(-1);
  if (last === undefined) return;
  enrollment.seq += 1;
  const { cause } = work;
  const rowId = derivedId(
    `history:${enrollment.enrollmentId}:${enrollment.seq}`,
    last.at,
    enrollment.enrollmentId,
    enrollment.seq,
  );
  work.out.history.push({
    id: rowId,
    enrollmentId: enrollment.enrollmentId,
    journeyId: enrollment.journey.id,
    versionId: enrollment.versionId,
    signalId: cause.signalId,
    signalKind: cause.kind,
    at: last.at,
    seq: enrollment.seq,
    hops: enrollment.hops,
  });
  enrollment.hops = [];
}
