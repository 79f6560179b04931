import { shardOf } from "#db";
import { type Judgement, judgeBy, type LoggedEvent, type Person, segmentEvents } from "#engine";
import { eventName } from "#journey";
import { type Context, inOneSnapshot, inTurns, loadWorkspace } from "#services";
import { readPersons } from "#store/advance-input";
import { readClock } from "#store/engine-config";
import { readLatestEvents, readPastEvents } from "#store/events";
import { sampleShards } from "#store/people";
import type { RulesPreview, RulesPreviewInput } from "./schema.ts";

const MOST_PEOPLE = 10_000;
const MOST_EVENTS = 2_000;
const SHOWN = 10;
/** Rules that take long are asked of fewer people. */
const LONGEST_MS = 1_500;
/** Between them other requests get their turn. */
const AT_ONCE = 200;
const NO_JOURNEY = { id: "00000000-0000-0000-0000-000000000000" };

type Candidate = { readonly person: Person; readonly event: LoggedEvent | null };
type Sample = {
  readonly candidates: readonly Candidate[];
  readonly past: ReadonlyMap<string, LoggedEvent[]>;
  readonly factor: number;
};

/** How many people, or latest events, meet rules now, by the engine's own evaluation, with some of each side. */
export async function previewRules(ctx: Context, input: RulesPreviewInput): Promise<RulesPreview> {
  const written = { rules: input.rules, expression: input.expression, filter: input.filter };
  const [{ workspace, segments = new Map() }, now, sample] = await Promise.all([
    loadWorkspace(ctx, NO_JOURNEY),
    readClock(ctx.database.sql),
    input.event ? sampleEvents(ctx, input, eventName(input.event)) : samplePeople(ctx, input),
  ]);
  const judge = judgeBy(written, { now, timezone: workspace.timezone, segments });
  const tally = await inTurns(count(sample, judge, performance.now() + LONGEST_MS));
  const { looked, matching } = tally;
  const factor = looked === 0 ? 1 : (sample.factor * sample.candidates.length) / looked;
  return {
    of: input.event ? "events" : "people",
    matching: Math.round(matching * factor),
    total: Math.round(looked * factor),
    looked,
    isExact: factor === 1,
    inside: tally.inside.map(shown),
    outside: tally.outside.map(shown),
    error: tally.error,
  };
}

async function samplePeople(ctx: Context, input: RulesPreviewInput): Promise<Sample> {
  const { ids, factor } = await sampleShards(ctx.database.sql, ctx.workspaceId, MOST_PEOPLE);
  const { people, past } = await readPeople(ctx, ids, input);
  return { candidates: people.map((person) => ({ person, event: null })), past, factor };
}

async function sampleEvents(ctx: Context, input: RulesPreviewInput, name: string): Promise<Sample> {
  const latest = await readLatestEvents(ctx.database.sql, ctx.workspaceId, name, MOST_EVENTS);
  const { people, past } = await readPeople(ctx, [...new Set(latest.map(({ personId }) => personId))], input);
  const byId = new Map(people.map((person) => [person.id, person]));
  const candidates = latest.flatMap(({ personId, properties, at }): Candidate[] => {
    const person = byId.get(personId);
    const event = { id: personId, name, properties, timestamp: at, receivedAt: at };
    return person === undefined ? [] : [{ person, event }];
  });
  return { candidates, past, factor: 1 };
}

async function readPeople(ctx: Context, ids: readonly string[], { rules }: RulesPreviewInput) {
  const names = [...new Set(segmentEvents(rules))];
  const [people, past] = await inOneSnapshot(ctx, ({ workspaceId, database: { sql } }) =>
    Promise.all([
      readPersons(sql, workspaceId, ids),
      names.length === 0 || ids.length === 0 ? [] : readPastEvents(sql, ids.map(shardOf), [...ids], names),
    ]),
  );
  return { people, past: Map.groupBy(past, ({ personId }) => personId) };
}

type Tally = { looked: number; matching: number; inside: Person[]; outside: Person[]; error: string | null };

function* count(
  { candidates, past }: Sample,
  judge: (about: Candidate & { readonly events: readonly LoggedEvent[] }) => Judgement,
  until: number,
): Generator<unknown, Tally> {
  const tally: Tally = { looked: 0, matching: 0, inside: [], outside: [], error: null };
  for (const { person, event } of candidates) {
    const { holds, error } = judge({ person, event, events: past.get(person.id) ?? [] });
    tally.looked++;
    if (holds) tally.matching++;
    tally.error ??= error;
    const side = holds ? tally.inside : tally.outside;
    if (side.length < SHOWN && !side.includes(person)) side.push(person);
    if (tally.looked % AT_ONCE !== 0) continue;
    if (performance.now() > until) break;
    yield;
  }
  return tally;
}

const shown = ({ id, externalId, anonymousId, traits }: Person): RulesPreview["inside"][number] => ({
  ...{ id, externalId, anonymousId, traits: namesOf(traits) },
});

/** Traits by which a person is named in lists. */
const namesOf = (traits: Person["traits"]): Person["traits"] =>
  Object.fromEntries(
    Object.entries(traits).filter(([name]) => ["name", "firstName", "lastName", "email"].includes(name)),
  );
