import { type TransactionSql, wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import {
  type ChosenSignals,
  chooseRejected,
  lockOvertaken,
  putBack,
  type ShortenedSignal,
} from "#store/rejected-signals";
import { countRejected } from "./list-rejected.ts";
import type { Replayed, ReplayInput } from "./schema.ts";
import { withoutNewer } from "./without-newer.ts";

/** A limit, because the page waits for the transaction. */
const AT_MOST = 10_000;

/**
 * Moves kept signals back to the inboxes of their people, in order of arrival. One statement deletes and inserts each
 * signal, under its old id, so that concurrent requests apply it once. Fields of a change that a later change has set
 * are skipped, so that older data never overwrites newer data.
 */
export async function replayRejected(ctx: Context, input: ReplayInput): Promise<Replayed> {
  requireRole(ctx, "editor");
  const { database, workspaceId } = ctx;
  const { replayed, superseded } = await database.sql.begin(async (sql) => {
    const chosen = await chooseRejected(sql, workspaceId, { ids: input?.ids, limit: AT_MOST });
    let moved = 0;
    const superseded: Replayed["superseded"] = [];
    for (const one of chosen) {
      const shortened = await shorten(sql, one);
      moved += await putBack(sql, one, shortened);
      superseded.push(...shortened.map(({ id, fields }) => ({ id, fields })));
    }
    return { replayed: moved, superseded };
  });
  await audit(database.orm, ctx, "signals.replay", "rejected", { signals: replayed, superseded: superseded.length });
  wakeEngine();
  return { replayed, left: await countRejected(ctx), superseded };
}

/** Changes of people that others came after, stored ones or such as still wait, without what those say again. */
async function shorten(
  sql: TransactionSql,
  of: ChosenSignals,
): Promise<(ShortenedSignal & { readonly fields: string[] })[]> {
  const rows = await lockOvertaken(sql, of);
  return rows.flatMap(({ id, payload, later }) => {
    const { patch, fields } = withoutNewer(payload.patch, later);
    return fields.length === 0 ? [] : [{ id, payload: JSON.stringify({ ...payload, patch }), fields }];
  });
}
