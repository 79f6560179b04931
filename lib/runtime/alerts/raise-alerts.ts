import { upsertAlerts } from "#store/alerts";
import type { Connection } from "#store/sql";
import { alertRows, type RaisedAlert } from "./raised-alert.ts";

/** Stores alerts for the dashboard. Runs in the caller's transaction if the connection is in one. */
export async function raiseAlerts(sql: Connection, raised: readonly RaisedAlert[]): Promise<void> {
  const rows = alertRows(raised);
  if (rows.length > 0) await upsertAlerts(sql, rows);
}
