import { shardOf } from "#db";
import { countedEvents, type Forecast as Made, type Person, type Program } from "#engine";
import { allocationsOf, type Context, inOneSnapshot, loadWorkspace, requireRole } from "#services";
import { findJourney, runnableDraft } from "#services/journeys";
import { readPersons } from "#store/advance-input";
import { observeOutcomes } from "#store/deliveries";
import { readClock } from "#store/engine-config";
import { readPastEvents } from "#store/events";
import { samplePeople } from "#store/people";
import { chosenBy, readStickyChoices } from "#store/split-choices";
import { DAY_MS } from "#times";
import { addUp, addUpBy } from "./add-up.ts";
import { observe } from "./observe.ts";
import { populationOf } from "./population-of.ts";
import { readOffersOf } from "./read-offers-of.ts";
import type { Forecast, ForecastInput } from "./schema.ts";
import { TryOut } from "./try-out.ts";

/** Past events of a person at most, for rules that count. */
const EVENTS = 100;
/** The number of people per call of a thread, to limit the copied data. */
const SLICE = 500;

/**
 * Simulates real people entering the draft now, with the behaviour of such people in as many past days as the forecast
 * covers. The result is the same while people stay the same; nothing is stored.
 */
export async function forecastJourney(ctx: Context, reference: string, input: ForecastInput): Promise<Forecast> {
  requireRole(ctx, "editor");
  const journey = await findJourney(ctx, reference);
  const { program } = await runnableDraft(ctx, journey, input.draft);
  const { sql } = ctx.database;
  const [snapshot, now] = await Promise.all([loadWorkspace(ctx, journey), readClock(sql)]);
  const ids = await samplePeople(sql, ctx.workspaceId, populationOf(program, snapshot.segments), input.people);
  const [likely, outcomes, people] = await Promise.all([
    observe(ctx, program, ids, now - input.days * DAY_MS),
    observeOutcomes(ctx.database.sql, journey.id),
    loadPeople(ctx, program, ids, { names: countedEvents([program], snapshot), now }),
  ]);
  const { timezone } = snapshot.workspace;
  const allocations = allocationsOf(snapshot, journey);
  const options = {
    now,
    days: input.days,
    seed: journey.id,
    likely,
    outcomes,
    workspaceTimezone: timezone,
    allocations,
  };
  const trial = new TryOut();
  let sum: Made = await trial.part("forecast", program, [], options);
  for (let at = 0; at < people.length; at += SLICE) {
    const slice = people.slice(at, at + SLICE);
    const part = await trial.part("forecast", program, slice, {
      ...options,
      segments: snapshot.segments,
      decisions: snapshot.decisions,
    });
    sum = joined(sum, part);
  }
  return { ...sum, nodes: [...sum.nodes], edges: [...sum.edges] };
}

async function loadPeople(
  ctx: Context,
  program: Program,
  ids: readonly string[],
  { names, now }: { readonly names: readonly string[]; readonly now: number },
) {
  const [shards, people] = [ids.map(shardOf), [...ids]];
  const [persons, choices, events, offers] = await inOneSnapshot(ctx, ({ workspaceId, database: { sql } }) =>
    Promise.all([
      readPersons(sql, workspaceId, ids),
      readStickyChoices(sql, shards, people, now),
      names.length === 0 ? [] : readPastEvents(sql, shards, people, names, EVENTS),
      readOffersOf(sql, [program], ids, now),
    ]),
  );
  const chosen = chosenBy(choices);
  const eventsOf = Map.groupBy(events, (event) => event.personId);
  // Earlier enrollments are ignored, because the question is where people would go.
  const fresh = (person: Person): Person => ({ ...person, lastEnteredAt: null });
  return persons.map((person) => ({
    person: fresh(person),
    events: eventsOf.get(person.id) ?? [],
    chosen: chosen.get(person.id) ?? {},
    offers: offers.get(person.id),
  }));
}

function joined(left: Made, right: Made): Made {
  return {
    people: left.people + right.people,
    nodes: addUpBy("nodeId", left.nodes, right.nodes),
    edges: addUpBy("edgeId", left.edges, right.edges),
    outcomes: addUp(left.outcomes, right.outcomes),
  };
}
