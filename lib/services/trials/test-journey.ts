import { shardOf } from "#db";
import {
  type AssumedOutcomes,
  countedEvents,
  type Person,
  type Program,
  samplePerson,
  type WorkspaceSnapshot,
} from "#engine";
import {
  allocationsOf,
  audit,
  type Context,
  inOneSnapshot,
  invalidField,
  iso,
  loadWorkspace,
  requireRole,
  type Snapshot,
} from "#services";
import { findJourney, runnableDraft } from "#services/journeys";
import { readPersons } from "#store/advance-input";
import { readClock } from "#store/engine-config";
import { readPastEvents } from "#store/events";
import { chosenBy, readStickyChoices } from "#store/split-choices";
import { describeDeliveries } from "./describe-deliveries.ts";
import { readOffersOf } from "./read-offers-of.ts";
import type { TestInput, TestRun } from "./schema.ts";
import { TryOut } from "./try-out.ts";

/** Runs one real or sample person through the draft on a virtual clock; nothing is sent, and only who tested is noted. */
export async function testJourney(ctx: Context, reference: string, input: TestInput): Promise<TestRun> {
  requireRole(ctx, "editor");
  const journey = await findJourney(ctx, reference);
  const { program } = await runnableDraft(ctx, journey, input?.draft);
  const [snapshot, now] = await Promise.all([loadWorkspace(ctx, journey), readClock(ctx.database.sql)]);
  const { person, known } = await inOneSnapshot(ctx, async (inside) => {
    const person = await whom(inside, snapshot, now, input);
    return {
      person,
      known: input?.personId
        ? await pastOf(inside, person, program, { names: countedEvents([program], snapshot), now })
        : {},
    };
  });
  const { steps, deliveries, outcome, path } = await new TryOut().part("testRun", program, person, {
    now,
    workspaceTimezone: snapshot.workspace.timezone,
    segments: snapshot.segments,
    decisions: snapshot.decisions,
    allocations: allocationsOf(snapshot, journey),
    ...known,
    outcomes: assumed(input),
    ...(input?.trigger ? { trigger: { ...input.trigger, properties: input.trigger.properties ?? {} } } : {}),
    ...(input?.events
      ? { events: input.events.map((event) => ({ ...event, properties: event.properties ?? {} })) }
      : {}),
  });
  await audit(ctx.database.orm, ctx, "journey.test", journey.id, {
    ...(input?.personId ? { personId: input.personId.toLowerCase() } : {}),
    outcome: outcome.status,
  });
  return {
    steps: steps.map((step) => ({ ...step, at: iso(step.at) })),
    deliveries: await describeDeliveries(ctx, person, deliveries),
    outcome,
    path: { nodeIds: [...path.nodeIds], edgeIds: [...path.edgeIds] },
  };
}

async function whom(ctx: Snapshot, snapshot: WorkspaceSnapshot, now: number, input: TestInput): Promise<Person> {
  if (input?.personId) {
    const [person] = await readPersons(ctx.database.sql, ctx.workspaceId, [input.personId.toLowerCase()]);
    if (!person) throw invalidField(["personId"], `There is no person ${JSON.stringify(input.personId)}`);
    return person;
  }
  const { externalId, traits, tags, stage, segments } = input?.person ?? {};
  return samplePerson(now, {
    ...(externalId === undefined ? {} : { externalId }),
    ...(stage === undefined ? {} : { stage }),
    traits: traits ?? {},
    tags: tags ?? [],
    segments: (segments ?? []).map((segment, index) => segmentId(snapshot, String(segment), index)),
  });
}

function segmentId({ segments }: WorkspaceSnapshot, reference: string, index: number): string {
  const all = [...(segments?.values() ?? [])];
  const found =
    all.find(({ id, key, number }) => id === reference || key === reference || String(number) === reference) ??
    all.find(({ formerKeys }) => formerKeys?.includes(reference));
  if (!found) throw invalidField(["person", "segments", index], `There is no segment ${JSON.stringify(reference)}`);
  return found.id;
}

function assumed(input: TestInput): AssumedOutcomes {
  const { inPage, webhook } = input?.outcomes ?? {};
  return { ...(inPage ? { inPage } : {}), ...(webhook ? { webhook } : {}) };
}

async function pastOf(
  ctx: Snapshot,
  { id }: Person,
  program: Program,
  { names, now }: { readonly names: readonly string[]; readonly now: number },
) {
  const { sql } = ctx.database;
  const [past, choices, offers] = await Promise.all([
    names.length === 0 ? [] : readPastEvents(sql, [shardOf(id)], [id], names),
    readStickyChoices(sql, [shardOf(id)], [id], now),
    readOffersOf(sql, [program], [id], now),
  ]);
  return { past, chosen: chosenBy(choices).get(id) ?? {}, offers: offers.get(id) };
}
