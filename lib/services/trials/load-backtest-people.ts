import { shardOf } from "#db";
import { type BacktestPerson, countedEvents, type Program, type WorkspaceSnapshot } from "#engine";
import { type Context, inOneSnapshot } from "#services";
import { readPersons } from "#store/advance-input";
import { readFinishedEnrollments } from "#store/enrollments";
import { readPastEvents } from "#store/events";
import { readChanges } from "#store/person-changes";
import { chosenBy, readStickyChoices } from "#store/split-choices";
import { readOffersOf } from "./read-offers-of.ts";

/** Events and changes of people since a time, with their state before: the input of a backtest (R41). */
export async function loadBacktestPeople(
  ctx: Context,
  ids: readonly string[],
  programs: readonly Program[],
  snapshot: Pick<WorkspaceSnapshot, "segments" | "decisions">,
  from: number,
): Promise<BacktestPerson[]> {
  const awaited = programs.flatMap(({ needs }) => needs.interest);
  const names = new Set([...awaited, ...countedEvents(programs, snapshot)]);
  const journeyId = programs[0]?.journeyId ?? "";
  const [shards, people] = [ids.map(shardOf), [...ids]];
  const [persons, choices, events, changes, past, offers] = await inOneSnapshot(
    ctx,
    ({ workspaceId, database: { sql } }) =>
      Promise.all([
        readPersons(sql, workspaceId, ids),
        readStickyChoices(sql, shards, people, from),
        names.size === 0 ? [] : readPastEvents(sql, shards, people, [...names]),
        readChanges(sql, shards, people, from),
        readFinishedEnrollments(sql, shards, people, { journeyId, before: from }),
        readOffersOf(sql, programs, ids, from),
      ]),
  );
  const chosen = chosenBy(choices);
  const eventsOf = Map.groupBy(events, (event) => event.personId);
  const changesOf = Map.groupBy(changes, (change) => change.personId);
  const pastOf = Map.groupBy(past, (enrollment) => enrollment.personId);
  return persons.map((person) => ({
    person,
    events: eventsOf.get(person.id) ?? [],
    changes: changesOf.get(person.id) ?? [],
    past: pastOf.get(person.id) ?? [],
    chosen: chosen.get(person.id) ?? {},
    offers: offers.get(person.id),
  }));
}
