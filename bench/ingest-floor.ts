import { config } from "#config";
import { type Database, keyShard, newId, shardOf } from "#db";
import type { IngestItem, IngestResult } from "#runtime";
import { insertEvents, type NewEvent } from "#store/events";
import { insertInbox, type NewSignal } from "#store/inbox";
import { insertMessageIds } from "#store/message-ids";

/** Only the inserts: event, message id, inbox row. People are known in advance, and nothing is checked. */
export function bareIngest(database: Database, personOf: ReadonlyMap<string, string>) {
  return async (items: readonly IngestItem[]): Promise<IngestResult[]> => {
    const now = Date.now();
    const events: NewEvent[] = [];
    const inbox: NewSignal[] = [];
    const keys = items.map(({ workspaceId, messageId = "" }) => {
      return { shard: keyShard(`${workspaceId} ${messageId}`), workspaceId, messageId };
    });
    for (const { workspaceId, siteId, userId = "", event = "", properties = {}, messageId } of items) {
      const personId = personOf.get(userId) ?? "";
      const shard = shardOf(personId);
      const row = { shard, id: newId(shard), workspaceId, personId, receivedAt: now * 1_000, name: `app.${event}` };
      const { id, name, receivedAt } = row;
      events.push({
        ...row,
        siteId: siteId ?? null,
        properties,
        document: JSON.stringify(properties),
        context: null,
        timestamp: now,
        messageId: messageId ?? null,
        imported: false,
      });
      const payload = JSON.stringify({ event: { id, name, properties, timestamp: now, receivedAt: now } });
      inbox.push({ ...row, receivedAt, kind: "event", payload });
    }
    keys.sort((left, right) => left.shard - right.shard || (left.messageId < right.messageId ? -1 : 1));
    await database.sql.begin(async (sql) => {
      await Promise.all([
        insertMessageIds(sql, keys, null, config().dedupeDays),
        insertEvents(sql, events),
        insertInbox(sql, inbox),
      ]);
    });
    return events.map(({ personId }) => ({ status: "accepted", personId }));
  };
}
