import { prepare } from "./prepare.ts";
import { cutShort } from "./run/ending.ts";
import { flush } from "./run/recording.ts";
import { catchUp } from "./run/resuming.ts";
import { takeSignal } from "./run/signals.ts";
import { fireTimersBefore } from "./run/timeline.ts";
import { nextDue } from "./run/timers.ts";
import type { TripMemory } from "./run/trip-memory.ts";
import type { LiveTrip, Work } from "./run/work.ts";
import type { Outcome, Trip, Turn } from "./turn.ts";

/**
 * Works one person's mailbox through, timers and signals in the order of their time (R18, R19). Pure: the same turn gives
 * the same outcome, and nothing is changed but what it answers.
 */
export function advance(turn: Turn): Outcome {
  const work = open(turn);
  endArchived(work);
  catchUp(work);
  for (const signal of turn.signals) {
    fireTimersBefore(work, signal.at);
    takeSignal(work, signal);
  }
  fireTimersBefore(work, turn.horizon === null ? turn.now : Math.min(turn.now, turn.horizon));
  return close(work);
}

function open(turn: Turn): Work {
  const unread = new Set<string>();
  for (const signal of turn.signals) if (signal.kind === "event") unread.add(signal.event.id);
  return {
    turn,
    person: turn.person,
    trips: turn.trips.flatMap((trip) => revive(turn, trip)).sort(byEntry),
    past: [...turn.past],
    queued: [...turn.queued],
    log: turn.events.filter((event) => !unread.has(event.id)),
    pending: [],
    cause: {
      seed: `turn:${turn.person.id}:${turn.now}`,
      signalId: null,
      kind: "timer",
      at: turn.now,
      depth: 0,
      root: "",
    },
    out: {
      changes: [],
      started: [],
      ended: [],
      history: [],
      deliveries: [],
      released: [],
      cancelled: [],
      conversions: [],
      counts: new Map(),
      nearMisses: [],
      emitted: [],
      queuedAdded: [],
      queuedRemoved: [],
      alerts: [],
    },
  };
}

/** Trips of versions or journeys that were not handed in stay untouched. */
function revive(turn: Turn, trip: Trip): LiveTrip[] {
  const program = turn.world.programs.get(trip.versionId);
  const journey = turn.world.journeys.get(trip.journeyId);
  if (program === undefined || journey === undefined) return [];
  return [
    {
      enrollmentId: trip.enrollmentId,
      versionId: trip.versionId,
      instanceKey: trip.instanceKey,
      epoch: trip.epoch,
      enrolledAt: trip.enrolledAt,
      journey,
      prepared: prepare(program),
      seq: trip.seq,
      nodeId: trip.nodeId,
      memory: { ...(trip.state as TripMemory) },
      touched: trip.wakeAt !== null && trip.wakeAt <= turn.now,
      ended: false,
      hops: [],
    },
  ];
}

function byEntry(left: LiveTrip, right: LiveTrip): number {
  return left.enrolledAt - right.enrolledAt || (left.enrollmentId < right.enrollmentId ? -1 : 1);
}

/** A lower epoch counts as stopped at once; the archive operation does the bookkeeping behind it (R31). */
function endArchived(work: Work): void {
  for (const trip of work.trips) {
    if (trip.epoch >= trip.journey.epoch && trip.journey.status !== "archived") continue;
    const at = work.turn.signals[0]?.at ?? work.turn.now;
    cutShort(work, trip, { status: "stopped", reason: "journey_archived", at, cause: "stop", receipt: {} });
    flush(work, trip);
  }
}

function close({ person, trips, out }: Work): Outcome {
  const running = trips.filter((trip) => trip.touched && !trip.ended);
  return {
    ...out,
    person,
    trips: running.map(settled),
    counts: [...out.counts.values()].flatMap((ofVersion) => [...ofVersion.values()]),
  };
}

function settled(trip: LiveTrip): Trip {
  return {
    enrollmentId: trip.enrollmentId,
    journeyId: trip.journey.id,
    versionId: trip.versionId,
    instanceKey: trip.instanceKey,
    epoch: trip.epoch,
    enrolledAt: trip.enrolledAt,
    seq: trip.seq,
    nodeId: trip.nodeId,
    wakeAt: nextDue(trip)?.at ?? null,
    state: trip.memory,
  };
}
