import { datesOf, dateTriggersOf } from "#engine";
import { planDates } from "#store/date-starts";
import type { SliceResult } from "#store/operations";
import { readPeopleWithTraits } from "#store/people";
import { eachOrSetAside } from "../set-aside.ts";
import type { OperationKind, Slice } from "./operation.ts";

/** Plans the next dates of everybody for the DATE triggers of a journey (R55). It enrolls nobody. */
export const planJourneyDates: OperationKind = { work };

async function work(slice: Slice): Promise<SliceResult> {
  const { sql, shard, now, limit, snapshot, operation } = slice;
  const { workspaceId, journeyId } = operation;
  if (snapshot === undefined || journeyId === null) return { done: 0, cursor: null };
  const triggers = dateTriggersOf(snapshot).filter(({ journey }) => journey.id === journeyId);
  if (triggers.length === 0) return { done: 0, cursor: null };
  const since = typeof operation.input.since === "string" ? Date.parse(operation.input.since) : now;
  const people = await readPeopleWithTraits(
    slice,
    triggers.map(({ config }) => config.trait),
  );
  const about = { workspaceId, journeyId, subject: "people whose dates cannot be planned", at: now };
  const planned = await eachOrSetAside(slice.runtime, about, people, (person) =>
    datesOf(snapshot, { ...person, segments: [] }, since, journeyId),
  );
  const rows = planned.flatMap(([{ id: personId }, plans]) =>
    plans.map((row) => ({ owner: { shard, workspaceId, personId }, row })),
  );
  if (rows.length > 0) await planDates(sql, rows);
  return { done: people.length, cursor: people.length < limit ? null : (people.at(-1)?.id ?? null) };
}
