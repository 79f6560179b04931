import { config } from "#config";
import { type Context, iso, isoOrNull, requireRole } from "#services";
import { RETENTION_KINDS, type RetentionKind, readRetentionPurges } from "#store/retention";
import { readSettings } from "#store/workspaces";
import { RETENTION_DAYS, type Retention } from "./schema.ts";

const SHOWN = 50;

/** How long what is kept, and the receipts of what was deleted for it. */
export async function getRetention(ctx: Context): Promise<Retention> {
  requireRole(ctx, "owner");
  const { orm } = ctx.database;
  const [settings, rows] = await Promise.all([
    readSettings(orm, ctx.workspaceId),
    readRetentionPurges(orm, ctx.workspaceId, SHOWN),
  ]);
  const own = (settings.retention ?? {}) as Partial<Record<RetentionKind, unknown>>;
  return {
    kinds: RETENTION_KINDS.map((kind) => {
      const keepDays = own[kind];
      return {
        kind,
        keepDays: typeof keepDays === "number" ? keepDays : null,
        installationDays: installationDays(kind),
        ...RETENTION_DAYS[kind],
      };
    }),
    purges: rows.map(({ workspaceId: _workspaceId, until, startedAt, finishedAt, ...rest }) => {
      return { ...rest, until: iso(until), startedAt: iso(startedAt), finishedAt: isoOrNull(finishedAt) };
    }),
  };
}

function installationDays(kind: RetentionKind): number | null {
  const { events, history } = config().keepDays;
  if (kind === "events") return events;
  if (kind === "receipts") return history;
  return kind === "refusedMessages" || kind === "rejectedSignals" ? RETENTION_DAYS[kind].most : null;
}
