import type { JsonObject } from "#journey";
import { derivedId } from "../ids.ts";
import type { LiveTrip, Work } from "../model.ts";
import type { Signal } from "../signal.ts";
import { liveTrip, place } from "./live-trip.ts";
import { type GoingOn, goOnFrom } from "./moving.ts";
import { arrive, flush } from "./recording.ts";

type Retry = Extract<Signal, { kind: "retry" }>;

/** A failed trip goes on at the node where it failed, in a new visit; a running or finished one is left alone (R36). */
export function takeRetry(work: Work, signal: Retry): void {
  const found = findFailed(work, signal.enrollmentId);
  if (found === null) return;
  const { trip, stood } = found;
  const refusal = refusalOf(work, trip);
  if (refusal !== null) {
    refuse(work, trip, signal, refusal);
    return;
  }
  comeBack(work, trip);
  const state = trip.prepared.states.get(trip.nodeId);
  const skip = signal.skip === true;
  const resumes = stood && state?.program.type !== "CONTENT";
  const how: GoingOn = skip ? "skip" : resumes ? "look" : "run";
  trip.memory.visit += 1;
  if (!resumes) trip.memory.timers = [];
  const at = Math.max(signal.at, trip.memory.at);
  const receipt = { skipped: skip };
  arrive(work, trip, { from: null, to: trip.nodeId, edge: null, at, cause: "retry", receipt });
  goOnFrom(work, trip, at, how);
  flush(work, trip);
}

/** The trip as it failed, be it long ago or in this very turn. */
function findFailed(work: Work, enrollmentId: string): { readonly trip: LiveTrip; readonly stood: boolean } | null {
  const known = work.trips.find((trip) => trip.enrollmentId === enrollmentId);
  if (known !== undefined) {
    const failed = work.out.ended.some((end) => end.id === enrollmentId && end.status === "failed");
    return known.ended && failed ? { trip: known, stood: false } : null;
  }
  const stored = work.turn.failed?.find((trip) => trip.enrollmentId === enrollmentId);
  const trip = stored === undefined ? null : liveTrip(work.turn, stored);
  return trip === null ? null : { trip, stood: stored?.stood === true };
}

/** One running trip per journey and instance key holds here too; an archive is final for those it met (R31). */
function refusalOf(work: Work, { journey, epoch, instanceKey, enrollmentId }: LiveTrip): JsonObject | null {
  if (journey.status === "archived" || epoch < journey.epoch) return { refused: "journey_archived" };
  const other = work.trips.find(
    (trip) =>
      !trip.ended &&
      trip.journey.id === journey.id &&
      trip.instanceKey === instanceKey &&
      trip.enrollmentId !== enrollmentId,
  );
  return other === undefined ? null : { refused: "already_in", runs: other.enrollmentId };
}

function refuse(work: Work, trip: LiveTrip, signal: Retry, receipt: JsonObject): void {
  const at = Math.max(signal.at, trip.memory.at);
  work.out.history.push({
    id: derivedId(`refused:${signal.id}`, at, trip.enrollmentId, trip.seq),
    enrollmentId: trip.enrollmentId,
    journeyId: trip.journey.id,
    versionId: trip.versionId,
    signalId: work.cause.signalId,
    signalKind: work.cause.kind,
    at,
    seq: trip.seq + 1,
    hops: [{ from: null, to: null, edge: null, at, cause: "retry", receipt }],
  });
}

/** The trip leaves the failed ones and runs again. */
function comeBack(work: Work, trip: LiveTrip): void {
  const { enrollmentId: id, journey, versionId } = trip;
  trip.ended = false;
  if (trip.stood !== undefined) delete trip.stood;
  trip.touched = true;
  work.past = work.past.filter((past) => past.enrollmentId !== id);
  if (work.trips.includes(trip)) {
    work.out.ended = work.out.ended.filter((end) => end.id !== id);
    return;
  }
  place(work.trips, trip);
  work.out.revived.push({ id, journeyId: journey.id, versionId });
}
