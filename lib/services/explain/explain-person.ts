import { shardOf } from "#db";
import { countedEvents, type Explanation as Explained, explain } from "#engine";
import { type Context, inOneSnapshot, iso, notFound, type Snapshot } from "#services";
import { findEnrollment } from "#services/enrollments";
import {
  loadEvents,
  loadFinishedEnrollments,
  loadPersons,
  loadPositions,
  loadPrograms,
  loadQueued,
  loadWorld,
} from "#services/facts";
import { findJourney, type JourneyRow } from "#services/journeys";
import { resolvePeople } from "#services/people";
import { loadFailures } from "./load-failures.ts";
import { loadOpenDeliveries } from "./load-open-deliveries.ts";
import type { ExplainQuery, Explanation } from "./schema.ts";

/** Explain why a person is, was or is not in a journey, judged by the engine's own checks as they stand now; nothing is written. */
export async function explainPerson(ctx: Context, reference: string, query: ExplainQuery): Promise<Explanation> {
  const journey = await findJourney(ctx, reference);
  const personId = await whom(ctx, journey, query);
  const ids = [personId];
  const around = await loadWorld(ctx, journey, []);
  const { world, persons, own, past, queued, events, deliveries, failures, inbox } = await inOneSnapshot(
    ctx,
    async (snapshot) => {
      const [enrollments, past, queued, persons, deliveries, failures, inbox] = await Promise.all([
        loadPositions(snapshot, ids),
        loadFinishedEnrollments(snapshot, ids, journey.id),
        loadQueued(snapshot, ids),
        loadPersons(snapshot, ids),
        loadOpenDeliveries(snapshot, personId, journey.id),
        loadFailures(snapshot, personId, journey.id),
        countUnread(snapshot, personId),
      ]);
      const own = enrollments.filter((enrollment) => enrollment.journeyId === journey.id);
      const stoodOn = await loadPrograms(
        snapshot,
        own.map((enrollment) => enrollment.versionId),
      );
      const world = { ...around, programs: new Map([...around.programs, ...stoodOn]) };
      const programs = [...world.programs.values()];
      const awaited = programs.flatMap(({ needs }) => needs.interest);
      const names = new Set([...awaited, ...countedEvents(programs, world.segments)]);
      const events = await loadEvents(snapshot, ids, [...names]);
      return { world, persons, own, past, queued, events, deliveries, failures, inbox };
    },
  );
  const [person] = persons;
  if (!person) throw notFound("person");
  const { segmentNames } = world;
  const turn = { now: inbox.now, horizon: null, person, enrollments: own, past, queued, signals: [], world, events };
  const found = explain({
    turn,
    journeyId: journey.id,
    deliveries,
    failures,
    segmentNames,
    ...(query.enrollmentId ? { enrollmentId: query.enrollmentId.toLowerCase() } : {}),
  });
  return view(found, inbox.waiting);
}

async function whom(ctx: Context, journey: JourneyRow, query: ExplainQuery): Promise<string> {
  if (query.enrollmentId) return (await findEnrollment(ctx, journey.id, query.enrollmentId)).person_id;
  const { personId, userId } = query;
  const [id] = await resolvePeople(ctx, [{ personId, userId }], "people").catch(() => []);
  if (!id) throw notFound("person");
  return id;
}

/** The database's time, and how many signals of the person nobody has read yet. */
async function countUnread(ctx: Snapshot, personId: string): Promise<{ now: number; waiting: number }> {
  const [row] = await ctx.database.sql<{ now: number; waiting: number }[]>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now,
      (select count(*)::int from inbox where shard = ${shardOf(personId)} and person_id = ${personId}) as waiting`;
  return row ?? { now: Number.NaN, waiting: 0 };
}

function view(found: Explained, inbox: number): Explanation {
  const { verdict, sentence, enrollmentId, waiting, reasons, wouldMove } = found;
  return {
    verdict,
    sentence,
    enrollmentId,
    waiting: waiting && {
      nodeId: waiting.nodeId,
      name: waiting.name,
      since: iso(waiting.since),
      until: momentOrNull(waiting.until),
      for: waiting.for.map(({ at, ...rest }) => ({ ...rest, at: momentOrNull(at) })),
    },
    reasons: [...reasons.map(({ at, ...rest }) => ({ ...rest, at: momentOrNull(at) })), ...unread(inbox)],
    wouldMove: [...wouldMove],
  };
}

/** What has come and is not worked off yet may change the answer within the second. */
function unread(count: number): Explanation["reasons"] {
  if (count === 0) return [];
  const text = `${count === 1 ? "One signal waits" : `${count} signals wait`} to be processed.`;
  return [{ code: "mail_waiting", text, at: null, detail: { count } }];
}

const momentOrNull = (at: number | null | undefined): string | null =>
  at === null || at === undefined || !Number.isFinite(at) ? null : iso(at);
