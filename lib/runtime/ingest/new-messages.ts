import { config } from "#config";
import { keyShard, type TransactionSql } from "#db";
import { insertMessageIds, insertMessageIdsOfCluster, type MessageKey } from "#store/message-ids";
import type { IngestItem } from "./item.ts";

/** Indexes of the items that are not repeats, neither of something stored nor of an earlier item of the same batch. */
type Fresh = Set<number>;

/** Stores the message ids of the items. */
export async function storeNewMessages(
  sql: TransactionSql,
  items: readonly IngestItem[],
  now: string | null,
  cluster: boolean,
): Promise<Fresh> {
  const { keys, first, fresh } = keyMessages(items);
  if (keys.length === 0) return fresh;
  const insertNew = cluster ? insertMessageIdsOfCluster : insertMessageIds;
  for (const { workspaceId, messageId } of await insertNew(sql, keys, now, config().dedupeDays)) {
    const index = first.get(`${workspaceId} ${messageId}`);
    if (index !== undefined) fresh.add(index);
  }
  return fresh;
}

type Keyed = MessageKey & { readonly index: number };

/** The message ids in one global order, with the index of the first item that has each. Items without one are `fresh`. */
function keyMessages(items: readonly IngestItem[]): { keys: Keyed[]; first: Map<string, number>; fresh: Fresh } {
  const first = new Map<string, number>();
  const fresh: Fresh = new Set();
  const keys: Keyed[] = [];
  for (const [index, { workspaceId, messageId }] of items.entries()) {
    if (!messageId) {
      fresh.add(index);
      continue;
    }
    const name = `${workspaceId} ${messageId}`;
    if (first.has(name)) continue;
    first.set(name, index);
    keys.push({ shard: keyShard(name), workspaceId, messageId, index });
  }
  keys.sort((left, right) => left.shard - right.shard || compare(left, right));
  return { keys, first, fresh };
}

function compare(left: MessageKey, right: MessageKey): number {
  if (left.workspaceId !== right.workspaceId) return left.workspaceId < right.workspaceId ? -1 : 1;
  return left.messageId < right.messageId ? -1 : 1;
}
