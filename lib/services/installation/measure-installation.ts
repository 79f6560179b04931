import type { Database } from "#db";
import type { InstallationFigures } from "#metrics";
import { findWaitingSignals } from "#store/inbox";
import { countAlerts, countOpenOperations, readDatabaseFigures, readOldestDueDelivery } from "#store/monitoring";
import { findStalled } from "#store/positions";
import { HOUR_MS } from "#times";

/**
 * The figures of the whole installation for a scrape, by one connection, each by a few index probes a shard. Throws what
 * the database throws.
 */
export async function measureInstallation({ sql }: Database, now: Date): Promise<InstallationFigures> {
  const at = now.getTime();
  const age = (since: readonly number[]) => (since.length === 0 ? 0 : Math.max(0, at - Math.min(...since)) / 1_000);
  const { bytes, connections } = await readDatabaseFigures(sql);
  const signals = await findWaitingSignals(sql, at);
  const overdue = await findStalled(sql, at, []);
  const delivery = await readOldestDueDelivery(sql, now);
  const byLabel = (rows: readonly { label: string; count: number }[]) =>
    new Map(rows.map(({ label, count }) => [label, count]));
  return {
    databaseBytes: bytes,
    databaseConnections: connections,
    waitingSignals: signals.reduce((sum, { count }) => sum + count, 0),
    waitingSignalSeconds: age(signals.map(({ since }) => since)),
    overdueEnrollments: overdue.reduce((sum, { count }) => sum + count, 0),
    overdueSeconds: age(overdue.map(({ since }) => since)),
    queuedDeliverySeconds: age(delivery === null ? [] : [delivery]),
    operations: byLabel(await countOpenOperations(sql)),
    alerts: byLabel(await countAlerts(sql, at - HOUR_MS)),
  };
}
