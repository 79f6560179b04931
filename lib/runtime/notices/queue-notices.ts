import { createHash } from "node:crypto";
import { localTime } from "#engine";
import { isTimezone } from "#journey";
import { readMoment } from "#store/engine-config";
import {
  type Asking,
  deleteOldNotices,
  insertNotices,
  type NewNotice,
  readAlertsSince,
  readAsking,
  type ToldAlert,
} from "#store/notices";
import { HOUR_MS } from "#times";
import type { Runtime } from "../runtime.ts";
import { type NoticeSettings, noticeSettings } from "./notice-settings.ts";

/** How far back alerts are looked for: longer than no engine may run without a watch. */
const LOOK_BACK_MS = 2 * HOUR_MS;
const KEPT_DAYS = 90;

/**
 * Queues what workspaces want to be told: new alerts, each once a day for the same thing, and the weekly report when its
 * hour has come.
 */
export async function queueNotices({ database, clock }: Runtime): Promise<boolean> {
  const { sql } = database;
  const asking = await readAsking(sql);
  if (asking.length === 0) return false;
  const now = clock.kind === "virtual" ? clock.at.getTime() : (await readMoment(sql)).now;
  const alerts = await readAlertsSince(sql, now - LOOK_BACK_MS);
  const rows = asking.flatMap((workspace) => {
    const settings = noticeSettings(workspace.notifications);
    const own = alerts.filter(({ workspaceId }) => workspaceId === null || workspaceId === workspace.id);
    return [...alertNotices(workspace, settings, own), ...reportNotices(workspace, settings, now)];
  });
  await insertNotices(sql, rows);
  await deleteOldNotices(sql, KEPT_DAYS);
  return false;
}

function alertNotices(
  { id: workspaceId }: Asking,
  settings: NoticeSettings,
  alerts: readonly ToldAlert[],
): NewNotice[] {
  const { emails, webhookUrl, muted } = settings;
  const recipients = [
    ...emails.map((recipient) => ({ channel: "email" as const, recipient })),
    ...(webhookUrl === null ? [] : [{ channel: "webhook" as const, recipient: webhookUrl }]),
  ];
  return alerts
    .filter(({ code }) => !muted.includes(code))
    .flatMap(({ subject, ...alert }) =>
      recipients.map(({ channel, recipient }) => ({
        id: idOf([workspaceId, alert.code, alert.journeyId, subject, alert.at.slice(0, 10), channel, recipient]),
        ...{ workspaceId, channel, recipient },
        kind: "alert",
        content: alert,
      })),
    );
}

/** The report of the week that ended when its hour came; asked for later on that day, it is still sent. */
function reportNotices({ id: workspaceId, timezone }: Asking, { report }: NoticeSettings, now: number): NewNotice[] {
  if (report === null) return [];
  const zone = isTimezone(timezone) ? timezone : "UTC";
  const local = localTime(now, zone);
  const day = local.slice(0, 10);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  if (weekday !== report.weekday || Number(local.slice(11, 13)) < report.hour) return [];
  return report.emails.map((recipient) => ({
    id: idOf([workspaceId, "report", day, recipient]),
    ...{ workspaceId, recipient, kind: "report", channel: "email", content: { until: day } },
  }));
}

/** Depends only on what the notice is about, so that every process computes the same one. */
function idOf(parts: readonly (string | null)[]): string {
  const hex = createHash("md5").update(JSON.stringify(parts)).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
