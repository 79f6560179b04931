import { lastDays } from "#engine";
import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import { readDays } from "#store/enrollments";
import { readClockAndZone } from "#store/workspaces";
import type { Day } from "./schema.ts";

/** Get daily counts, the oldest first, in the workspace's time zone. */
export async function getTimeseries(ctx: Context, reference: string, days: number): Promise<Day[]> {
  const journey = await findJourney(ctx, reference);
  const { sql } = ctx.database;
  const workspace = await readClockAndZone(sql, ctx.workspaceId);
  const now = workspace === undefined ? Date.now() : new Date(workspace.now).getTime();
  const shown = lastDays(now, days, workspace?.timezone ?? "UTC");
  return await readDays(sql, journey, shown);
}
