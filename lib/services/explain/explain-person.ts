import { shardOf } from "#db";
import { countedEvents, decides, type Explanation as Explained, explain, type WorkspaceSnapshot } from "#engine";
import { type Context, inOneSnapshot, iso, loadWorkspace, notFound, type Snapshot } from "#services";
import { findEnrollment } from "#services/enrollments";
import { findJourney, type JourneyRow } from "#services/journeys";
import { resolvePeople } from "#services/people";
import { readPersons } from "#store/advance-input";
import { readOpenDeliveries } from "#store/deliveries";
import { readFailures, readFinishedEnrollments } from "#store/enrollments";
import { readPastEvents } from "#store/events";
import { countUnread } from "#store/inbox";
import { readOfferHistories } from "#store/offer-decisions";
import { readPositions } from "#store/positions";
import { readQueuedActions } from "#store/queued-actions";
import { lookupsOf, readRunnable } from "#store/snapshot";
import { readDocuments } from "#store/versions";
import { withFormerCode } from "#words";
import type { ExplainQuery, Explanation } from "./schema.ts";

/**
 * Explain why a person is, was or is not in a journey, evaluated now by the engine's own checks; nothing is written.
 */
export async function explainPerson(ctx: Context, reference: string, query: ExplainQuery): Promise<Explanation> {
  const journey = await findJourney(ctx, reference);
  const personId = await whom(ctx, journey, query);
  const around = await loadWorkspace(ctx, journey);
  const { snapshot, persons, own, past, queued, events, deliveries, failures, unread, offers } = await inOneSnapshot(
    ctx,
    (inside) => readAll(inside, around, journey.id, personId),
  );
  const [person] = persons;
  if (!person) throw notFound("person");
  const { segmentNames } = lookupsOf(snapshot);
  const input = {
    now: unread.now,
    horizon: null,
    person,
    enrollments: own,
    past,
    queued,
    signals: [],
    snapshot,
    events,
    offers,
  };
  const found = explain({
    input,
    journeyId: journey.id,
    deliveries,
    failures,
    segmentNames,
    stepLabels: await readStepLabels(ctx, journey.id, own),
    ...(query.clock === "workspace" ? { zone: snapshot.workspace.timezone } : {}),
    ...(query.enrollmentId ? { enrollmentId: query.enrollmentId.toLowerCase() } : {}),
  });
  return view(found, unread.waiting);
}

/** All that the answer is made of, in one snapshot. */
async function readAll(
  { workspaceId, database: { sql } }: Snapshot,
  around: WorkspaceSnapshot,
  journeyId: string,
  personId: string,
) {
  const [shards, ids] = [[shardOf(personId)], [personId]];
  const [enrollments, past, queued, persons, deliveries, failures, unread] = await Promise.all([
    readPositions(sql, shards, ids),
    readFinishedEnrollments(sql, shards, ids, { journeyId }),
    readQueuedActions(sql, shards, ids),
    readPersons(sql, workspaceId, ids),
    readOpenDeliveries(sql, personId, journeyId),
    readFailures(sql, personId, journeyId),
    countUnread(sql, personId),
  ]);
  const own = enrollments.filter((enrollment) => enrollment.journeyId === journeyId);
  const stoodOn = await readRunnable(
    sql,
    own.map((enrollment) => enrollment.versionId),
  );
  const snapshot = { ...around, programs: new Map([...around.programs, ...stoodOn]) };
  const programs = [...snapshot.programs.values()];
  const awaited = programs.flatMap(({ needs }) => needs.interest);
  const names = new Set([...awaited, ...countedEvents(programs, snapshot)]);
  const events = names.size === 0 ? [] : await readPastEvents(sql, shards, ids, [...names]);
  const histories = programs.some(decides)
    ? await readOfferHistories(sql, [{ shard: shardOf(personId), personId }])
    : null;
  const offers = histories?.get(personId) ?? { offered: [], outcomes: [] };
  return { snapshot, persons, own, past, queued, events, deliveries, failures, unread, offers };
}

/** Labels of the steps of the versions that someone is on, by node id. A frozen version keeps its labels. */
async function readStepLabels(
  ctx: Context,
  journeyId: string,
  enrollments: readonly { readonly versionId: string }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(enrollments.map(({ versionId }) => versionId))];
  const documents = await readDocuments(ctx.database.orm, journeyId, ids);
  const nodes = documents.flatMap(({ document }) => document.nodes);
  return new Map(nodes.flatMap(({ id, label }) => (label ? [[id, label] as const] : [])));
}

async function whom(ctx: Context, journey: JourneyRow, query: ExplainQuery): Promise<string> {
  if (query.enrollmentId) return (await findEnrollment(ctx, journey.id, query.enrollmentId)).personId;
  const { personId, userId } = query;
  const [id] = await resolvePeople(ctx, [{ personId, userId }], "people").catch(() => []);
  if (!id) throw notFound("person");
  return id;
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
      label: waiting.label,
      since: iso(waiting.since),
      until: momentOrNull(waiting.until),
      for: waiting.for.map(({ at, ...rest }) => ({ ...rest, at: momentOrNull(at) })),
    },
    reasons: [...reasons.map(({ at, ...rest }) => ({ ...rest, at: momentOrNull(at) })), ...unreadReason(inbox)],
    wouldMove: [...wouldMove],
  };
}

/** What has come and is not processed yet may change the answer within the second. */
function unreadReason(count: number): Explanation["reasons"] {
  if (count === 0) return [];
  const text = `${count === 1 ? "One signal waits" : `${count} signals wait`} to be processed.`;
  return [{ ...withFormerCode("signals_waiting"), text, at: null, detail: { count } }];
}

const momentOrNull = (at: number | null | undefined): string | null =>
  at === null || at === undefined || !Number.isFinite(at) ? null : iso(at);
