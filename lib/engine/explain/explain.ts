import type { LiveTrip, Work } from "../model.ts";
import { entryProgram } from "../run/entry-index.ts";
import type { PastTrip } from "../turn.ts";
import { type Asked, open } from "./asked.ts";
import { explainInside } from "./inside.ts";
import { explainOutside } from "./outside.ts";
import type { Explanation, Question } from "./types.ts";

/**
 * Why a person is in a journey, why not, why they wait, until when, and what would move them: judged by the checks and
 * state that batches use (R41). Pure; times are epoch milliseconds.
 */
export function explain(question: Question): Explanation {
  const journey = question.turn.world.journeys.get(question.journeyId);
  const prepared = journey === undefined ? null : entryProgram(question.turn.world, journey);
  const asked = open(question, prepared);
  if (asked === null) return unknown();
  const trip = runningTrip(asked.work, question);
  if (trip !== null && !isArchived(trip)) return explainInside(asked, trip);
  return explainOutside(asked, trip === null ? pastTrip(asked, question) : archivedTrip(trip, asked));
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

/** The trip asked for, else the latest running one. */
function runningTrip(work: Work, { journeyId, enrollmentId }: Question): LiveTrip | null {
  const trips = work.trips.filter((trip) => trip.journey.id === journeyId);
  if (enrollmentId !== undefined) return trips.find((trip) => trip.enrollmentId === enrollmentId) ?? null;
  return trips.at(-1) ?? null;
}

/** Counts as stopped at once, before the bookkeeping is done (R31). */
function isArchived({ journey, epoch }: LiveTrip): boolean {
  return journey.status === "archived" || epoch < journey.epoch;
}

function archivedTrip(trip: LiveTrip, { now }: Asked): PastTrip {
  const { enrollmentId, journey, versionId, instanceKey, epoch, enrolledAt } = trip;
  const ended = { status: "stopped", exitReason: "journey_archived", endedAt: now } as const;
  return { enrollmentId, journeyId: journey.id, versionId, instanceKey, epoch, enrolledAt, ...ended };
}

function pastTrip({ work }: Asked, { journeyId, enrollmentId }: Question): PastTrip | null {
  const trips = work.past.filter((trip) => trip.journeyId === journeyId);
  const sorted = [...trips].sort((left, right) => left.enrolledAt - right.enrolledAt);
  const asked = enrollmentId === undefined ? undefined : sorted.find((trip) => trip.enrollmentId === enrollmentId);
  return asked ?? (enrollmentId === undefined ? (sorted.at(-1) ?? null) : null);
}
