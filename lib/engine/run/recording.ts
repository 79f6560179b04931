import type { JsonObject } from "#journey";
import { derivedId } from "../ids.ts";
import type { LiveTrip, Work } from "../model.ts";
import type { ProgramExit } from "../program.ts";
import type { Instant } from "../signal.ts";
import type { Hop } from "../turn.ts";

type Counted = "entered" | "advanced" | "exited" | "failed";

/** Adds one to a node's or an edge's counter (R36). */
export function count(work: Work, trip: LiveTrip, elementId: string, what: Counted): void {
  let ofVersion = work.out.counts.get(trip.versionId);
  if (ofVersion === undefined) {
    ofVersion = new Map();
    work.out.counts.set(trip.versionId, ofVersion);
  }
  let delta = ofVersion.get(elementId);
  if (delta === undefined) {
    const { versionId, journey } = trip;
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
  trip: LiveTrip,
  edge: ProgramExit | null,
  to: string,
  at: Instant,
  cause: string,
  receipt: JsonObject,
): void {
  if (edge !== null) {
    count(work, trip, trip.nodeId, "advanced");
    count(work, trip, edge.edgeId, "advanced");
  }
  trip.memory.visit += 1;
  arrive(work, trip, { from: edge === null ? null : trip.nodeId, to, edge: edge?.edgeId ?? null, at, cause, receipt });
}

/** The trip stands on another node, or on the same of another version: its visit there begins. */
export function arrive(work: Work, trip: LiveTrip, hop: Hop & { readonly to: string }): void {
  trip.hops.push(hop);
  trip.nodeId = hop.to;
  trip.memory.at = hop.at;
  trip.touched = true;
  count(work, trip, hop.to, "entered");
}

/** The hop that leads nowhere: a trip that is ended from outside, or by a fault. */
export function recordEnd(trip: LiveTrip, at: Instant, cause: string, receipt: JsonObject): void {
  trip.hops.push({ from: trip.nodeId, to: null, edge: null, at, cause, receipt });
}

/** Writes what the signal at hand did to the trip as one history row (R7); ids sort in the order of the rows. */
export function flush(work: Work, trip: LiveTrip): void {
  const last = trip.hops.at(-1);
  if (last === undefined) return;
  trip.seq += 1;
  const { cause } = work;
  const rowId = derivedId(`history:${trip.enrollmentId}:${trip.seq}`, last.at, trip.enrollmentId, trip.seq);
  work.out.history.push({
    id: rowId,
    enrollmentId: trip.enrollmentId,
    journeyId: trip.journey.id,
    versionId: trip.versionId,
    signalId: cause.signalId,
    signalKind: cause.kind,
    at: last.at,
    seq: trip.seq,
    hops: trip.hops,
  });
  trip.hops = [];
}
