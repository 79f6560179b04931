import { type Context, likePattern } from "#services";
import { listSuppressions as list } from "#store/suppressions";
import type { Suppression, SuppressionQuery } from "./schema.ts";
import { viewSuppression } from "./view-suppression.ts";

/** Suppressed addresses, the latest first; `nextBefore` continues the list. */
export async function listSuppressions(
  ctx: Context,
  { limit, before, channel, reason, search }: SuppressionQuery,
): Promise<{ data: Suppression[]; nextBefore: string | null }> {
  const filter = {
    workspaceId: ctx.workspaceId,
    channel: channel ?? null,
    reason: reason ?? null,
    pattern: search === undefined ? null : likePattern(search),
    before: before ?? null,
  };
  const rows = await list(ctx.database.sql, filter, limit + 1);
  const data = rows.slice(0, limit).map(viewSuppression);
  return { data, nextBefore: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
}
