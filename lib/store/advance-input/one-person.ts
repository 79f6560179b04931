import { shardOf, type TransactionSql } from "#db";
import type { AdvanceInput } from "#engine";
import { readClock } from "../engine-config/read.ts";
import { readInboxOf } from "../inbox/read.ts";
import { readPeople } from "../people/read.ts";
import { emptyConfiguration } from "../snapshot/configuration.ts";
import { readSnapshot } from "../snapshot/one-workspace.ts";
import { advanceInputOf } from "./advance-input.ts";
import { loadBatchInput } from "./batch-input.ts";

/**
 * The input that a batch at a given time (in ms; `null`: the database's now) would pass to `advance` for one person.
 * Nothing is locked or written. Signals received after that time are left out, and so is a merge and every signal after
 * it, because the driver itself merges people. `null`: there is no such person, or they were merged into somebody else.
 */
export async function readAdvanceInput(
  sql: TransactionSql,
  personId: string,
  at: number | null,
): Promise<AdvanceInput | null> {
  const shard = shardOf(personId);
  const [row] = await readPeople(sql, [shard], [personId]);
  if (!row || row.mergedInto !== null) return null;
  const { workspaceId } = row;
  const now = at ?? (await readClock(sql));
  const found = await readSnapshot(sql, { workspaceId, journeyId: null });
  if (found === null) return null;
  const programs = new Map(found.programs);
  const snapshot = { ...found, programs };
  const owner = { shard, workspaceId, personId };
  const signals = await readInboxOf(sql, owner);
  const end = signals.findIndex((signal) => signal.kind === "merge" || signal.at > now);
  const of = { owner, inbox: end < 0 ? signals : signals.slice(0, end) };
  const configuration = {
    ...emptyConfiguration,
    snapshots: new Map([[workspaceId, snapshot]]),
    programs: new Map([[workspaceId, programs]]),
    faulty: new Map(),
  };
  const input = await loadBatchInput(
    sql,
    configuration,
    { people: new Map([[personId, of]]), enrollments: new Map() },
    [row],
  );
  const person = input.people.get(personId);
  return person ? advanceInputOf({ now, horizon: signals[end]?.at ?? null }, snapshot, person, of, input) : null;
}
