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

/** A signal that the owner of the shard has created itself; it has no time and no id yet. */
export type OwnSignal = Pick<UnreadSignal, "workspaceId" | "personId" | "kind"> & {
  readonly payload: Record<string, unknown>;
};

export type OwnBatch = {
  readonly shard: number;
  readonly now: number;
  readonly signals: readonly OwnSignal[];
  /** The people whom the signals concern, as read under the shard's lock. */
  readonly people: readonly PersonRow[];
};

/**
 * Advances people by signals that the owner of the shard has created itself, as if the signals had come through the
 * inbox now. Only for people without unread signals, because those must be processed first. Writing a million signals
 * to the inbox, reading and deleting them took two fifths of the time.
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
