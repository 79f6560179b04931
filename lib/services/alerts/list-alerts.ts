import { type Context, iso } from "#services";
import { readAlertRows } from "#store/alerts";
import { withFormerCode } from "#words";
import type { Alert } from "./schema.ts";

const DAYS = 7;
const AT_MOST = 100;

/** What nobody has dismissed of the last seven days, the latest first; one an hour for the same thing. */
export async function listAlerts(ctx: Context): Promise<Alert[]> {
  return readAlerts(ctx, null);
}

/** The same, or one alert, dismissed or not. */
export async function readAlerts(ctx: Context, id: string | null): Promise<Alert[]> {
  const rows = await readAlertRows(ctx.database.sql, ctx.workspaceId, { id, days: DAYS, limit: AT_MOST });
  return rows.map(({ journey_id, journey_name, at, code, ...row }) => ({
    ...row,
    ...withFormerCode(code),
    journeyId: journey_id,
    journeyName: journey_name,
    at: iso(at),
  }));
}
