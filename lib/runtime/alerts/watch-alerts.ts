import { deleteOldAlerts } from "#store/alerts";
import { readMoment } from "#store/engine-config";
import { deleteOldAnswers } from "#store/idempotency-keys";
import { clearEndedParts } from "#store/people-import-parts";
import { deleteOldImports } from "#store/people-imports";
import { HOUR_MS } from "#times";
import { loadConfiguration } from "../load-configuration.ts";
import type { Runtime } from "../runtime.ts";
import { raiseAlerts } from "./raise-alerts.ts";
import type { RaisedAlert } from "./raised-alert.ts";
import { watchConfiguration } from "./watch-configuration.ts";
import { watchDeliveries } from "./watch-deliveries.ts";
import { watchEntries } from "./watch-entries.ts";
import { watchFailures } from "./watch-failures.ts";
import { watchKeys } from "./watch-keys.ts";
import { watchOperations } from "./watch-operations.ts";
import { type Seen, watchProgress } from "./watch-progress.ts";
import { watchRefused } from "./watch-refused.ts";

const DAY = 86_400_000;
/** Retention of alerts, of lists of people, and of answers to idempotency keys, in days. */
const ALERT_DAYS = 30;
const IMPORT_DAYS = 30;
const ANSWER_DAYS = 1;

/** What one watcher remembers from its last check: only work that is late at two checks in a row raises an alert. */
export type Watch = { seen: Seen /** The hour (epoch ms) whose entries were judged last. */; entries: number };

export const openWatch = (): Watch => ({ seen: new Set(), entries: 0 });

/**
 * Checks for work that is overdue or failing. Alert ids are deterministic, so several engines that check raise each
 * alert once.
 */
export async function watchAlerts(runtime: Runtime, watch: Watch): Promise<boolean> {
  const { sql } = runtime.database;
  const asked = await readMoment(sql);
  const now = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked.now;
  const configuration = await loadConfiguration(runtime, sql, asked.revision);
  const progress = await watchProgress(sql, now, configuration.unreadable, watch.seen);
  watch.seen = progress.seen;
  const hour = now - (now % HOUR_MS);
  const hourly = hour > watch.entries ? [...(await watchEntries(sql, now)), ...(await watchKeys(sql, now))] : [];
  watch.entries = hour;
  const found: RaisedAlert[] = [
    ...progress.alerts,
    ...(await watchConfiguration(sql, configuration, now)),
    ...(await watchFailures(sql, now)),
    ...(await watchDeliveries(sql, now)),
    ...(await watchOperations(sql, now)),
    ...(await watchRefused(sql, now)),
    ...hourly,
  ];
  await raiseAlerts(sql, found);
  await deleteOldAlerts(sql, now - ALERT_DAYS * DAY);
  await deleteOldAnswers(sql, now - ANSWER_DAYS * DAY);
  await deleteOldImports(sql, now - IMPORT_DAYS * DAY);
  await clearEndedParts(sql);
  return false;
}
