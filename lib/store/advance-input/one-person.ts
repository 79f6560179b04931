import { shardOf, type TransactionSql } from "#db";
import { readClock } from "../engine-config/read.ts";
import { readInboxOf } from "../inbox/read.ts";
import { readPeople } from "../people/read.ts";
import { emptyConfiguration } from "../snapshot/configuration.ts";
import { readSnapshot } from "../snapshot/one-workspace.ts";
import { advanceInputOf, type LoadedInput } from "./advance-input.ts";
import { loadBatchInput } from "./batch-input.ts";

/**
 * What a batch at a time (in ms; `null` = the database's now) would hand to `advance` for one person; nothing is locked or
 * written. Signals received after the time are left unread, and none is taken from a merge on: the driver itself joins
 * people. `null` = there is no such person, or they were merged into somebody else.
 */
export async function readAdvanceInput(
  sql: TransactionSql,
  personId: string,
  at: number | null,
): Promise<LoadedInput | null> {
  const shard = shardOf(personId);
  const [row] = await readPeople(sql, [shard], [personId]);
  if (!row || row.mergedInto !== null) return null;
  const { workspaceId } = row;
  const now = at ?? (await readClock(sql));
  const world = await readSnapshot(sql, { workspaceId, journeyId: null });
  if (world === null) return null;
  const owner = { shard, workspaceId, personId };
  const signals = await readInboxOf(sql, owner);
  const end = signals.findIndex((signal) => signal.kind === "merge" || signal.at > now);
  const of = { owner, inbox: end < 0 ? signals : signals.slice(0, end) };
  const configuration = { ...emptyConfiguration, worlds: new Map([[workspaceId, world]]), faulty: new Map() };
  const input = await loadBatchInput(
    sql,
    configuration,
    { people: new Map([[personId, of]]), enrollments: new Map() },
    [row],
  );
  const person = input.people.get(personId);
  return person ? advanceInputOf({ now, horizon: signals[end]?.at ?? null }, world, person, of, input) : null;
}
