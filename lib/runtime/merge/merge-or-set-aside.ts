import { deleteInbox, readInboxOf } from "#store/inbox";
import { lockShard } from "#store/shards";
import type { Owner } from "#store/sql";
import { isLasting } from "../lasting-error.ts";
import type { Runtime } from "../runtime.ts";
import { tellSetAside } from "../set-aside.ts";
import { mergePeople } from "./merge-people.ts";

/**
 * If a merge cannot be carried out, both people stay. Its row is deleted, so that the signals after it are processed,
 * and an alert names both people, so that somebody can request the merge again (R53). Left in the inbox, the row would
 * make every batch that reads it fail.
 */
export async function mergeOrSetAside(runtime: Runtime, owner: Owner): Promise<void> {
  try {
    await mergePeople(runtime, owner);
  } catch (error) {
    if (!isLasting(error)) throw error;
    const other = await runtime.database.sql.begin(async (sql) => {
      await lockShard(sql, owner.shard);
      const [first] = await readInboxOf(sql, owner);
      if (first?.kind !== "merge") return null;
      await deleteInbox(sql, [first]);
      return String(first.payload?.into ?? first.payload?.from);
    });
    if (other === null) return;
    const subject = `the merge of the people ${owner.personId} and ${other}`;
    await tellSetAside(runtime, { workspaceId: owner.workspaceId, journeyId: null, subject }, error);
  }
}
