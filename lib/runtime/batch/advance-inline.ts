import { newId, type TransactionSql } from "#db";
import { loadBatchInput } from "#store/advance-input";
import type { UnreadSignal } from "#store/inbox";
import type { PersonRow } from "#store/people";
import type { Configuration } from "#store/snapshot";
import { forceCustomPlans, forceIndexScans } from "#store/sql";
import type { Runtime } from "../runtime.ts";
import { advancePeople } from "./advance-people.ts";
import { type Batch, gatherBatch } from "./batch.ts";
import { writeChanges } from "./write-changes.ts";

/** What somebody is to be told by the shard's owner, without a time and an id yet. */
export type OwnSignal = Pick<UnreadSignal, "workspaceId" | "personId" | "kind"> & {
  readonly payload: Record<string, unknown>;
};

export type OwnBatch = {
  readonly shard: number;
  readonly now: number;
  readonly signals: readonly OwnSignal[];
  /** Those the signals are for, as they were read under the lock. */
  readonly people: readonly PersonRow[];
};

/**
 * Steps signals that the owner of a shard has itself for people who have no signals waiting, as if they came by the inbox
 * this moment. Writing a million of them down, reading and deleting them took two fifths of the time.
 */
export async function advanceInline(
  runtime: Runtime,
  sql: TransactionSql,
  configuration: Configuration,
  of: OwnBatch,
): Promise<void> {
  const batch = batchOf(of);
  const [, , facts] = await Promise.all([
    forceIndexScans(sql),
    forceCustomPlans(sql),
    loadBatchInput(sql, configuration, batch, of.people),
  ]);
  const { changes } = advancePeople(runtime, configuration, batch, facts, null);
  await writeChanges(sql, changes, of.now);
}

function batchOf({ shard, now, signals }: OwnBatch): Batch {
  const receivedAt = now * 1_000;
  const inbox = signals.map(({ payload, ...signal }) => {
    return { ...signal, shard, receivedAt, at: now, id: newId(shard), attempts: 0, payload };
  });
  return gatherBatch(now, [shard], inbox, [], { signals: inbox.length, timers: 0 });
}
