import { config } from "#config";
import { type Context, iso, isoOrNull, requireRole } from "#services";
import { readPurges } from "#store/archive-purges";
import { readSettings } from "#store/workspaces";
import type { Archive } from "./schema.ts";

const SHOWN = 50;

/** How long the text of sent messages is kept, and the receipts of what was taken out. */
export async function getArchive(ctx: Context): Promise<Archive> {
  requireRole(ctx, "owner");
  const { orm } = ctx.database;
  const [settings, rows] = await Promise.all([
    readSettings(orm, ctx.workspaceId),
    readPurges(orm, ctx.workspaceId, SHOWN),
  ]);
  const { keepDays } = (settings.archive ?? {}) as { readonly keepDays?: unknown };
  return {
    keepDays: typeof keepDays === "number" ? keepDays : null,
    deliveriesDays: config().keepDays.deliveries,
    purges: rows.map(({ workspaceId: _workspaceId, until, startedAt, finishedAt, ...rest }) => {
      return { ...rest, until: iso(until), startedAt: iso(startedAt), finishedAt: isoOrNull(finishedAt) };
    }),
  };
}
