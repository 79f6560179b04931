import { audit, type Context, isUuid, notFound, requireRole } from "#services";
import { dismissAlertRows } from "#store/alerts";
import { readAlerts } from "./list-alerts.ts";
import type { Alert } from "./schema.ts";

/** Dismisses an alert for everyone; if the cause continues, the next hour raises another one. */
export async function dismissAlert(ctx: Context, id: string): Promise<Alert> {
  requireRole(ctx, "editor");
  if (!isUuid(id)) throw notFound("alert");
  const [alert] = await readAlerts(ctx, id.toLowerCase());
  if (!alert) throw notFound("alert");
  await dismissAlertRows(ctx.database.sql, alert.id);
  await audit(ctx.database.orm, ctx, "alert.dismiss", alert.id, { code: alert.code });
  return alert;
}
