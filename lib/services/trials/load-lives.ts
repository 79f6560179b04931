import { type BacktestPerson, countedEvents, type PersonChange, type Program, type World } from "#engine";
import { type Context, inOneSnapshot, type Snapshot } from "#services";
import { loadChosen, loadEvents, loadFinishedEnrollments, loadPersons, peopleOf } from "#services/facts";

type Change = PersonChange & { readonly personId: string };

/** What people did and how they changed since a moment, with what they were before: the stuff of a backtest (R41). */
export async function loadLives(
  ctx: Context,
  ids: readonly string[],
  programs: readonly Program[],
  segments: World["segments"],
  from: number,
): Promise<BacktestPerson[]> {
  const awaited = programs.flatMap(({ needs }) => needs.interest);
  const names = new Set([...awaited, ...countedEvents(programs, segments)]);
  const journeyId = programs[0]?.journeyId ?? "";
  const [persons, chosen, events, changes, past] = await inOneSnapshot(ctx, (snapshot) =>
    Promise.all([
      loadPersons(snapshot, ids),
      loadChosen(snapshot, ids, from),
      loadEvents(snapshot, ids, [...names]),
      loadChanges(snapshot, ids, from),
      loadFinishedEnrollments(snapshot, ids, journeyId, from),
    ]),
  );
  const eventsOf = Map.groupBy(events, (event) => event.personId);
  const changesOf = Map.groupBy(changes, (change) => change.personId);
  const pastOf = Map.groupBy(past, (enrollment) => enrollment.personId);
  return persons.map((person) => ({
    person,
    events: eventsOf.get(person.id) ?? [],
    changes: changesOf.get(person.id) ?? [],
    past: pastOf.get(person.id) ?? [],
    chosen: chosen.get(person.id) ?? {},
  }));
}

async function loadChanges(ctx: Snapshot, ids: readonly string[], from: number): Promise<Change[]> {
  return await ctx.database.sql<Change[]>`
    select c.person_id as "personId", c.source, c.patch, c.before,
      floor(date_part('epoch', c.at) * 1000 + 0.0005) as at
    from ${peopleOf(ctx, ids)} join person_changes c on c.shard = wanted.shard and c.person_id = wanted.id
    where c.at >= ${new Date(from).toISOString()}::timestamptz
    order by c.at, c.id`;
}
