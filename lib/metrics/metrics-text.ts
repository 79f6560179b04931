import { type Gauge, type LabelValues, Registry } from "prom-client";
import { metrics } from "./registry.ts";

/** What is read from the database for a scrape; times in seconds. */
export type InstallationFigures = {
  readonly databaseBytes: number;
  readonly databaseConnections: number;
  readonly waitingSignals: number;
  readonly waitingSignalSeconds: number;
  readonly overdueEnrollments: number;
  readonly overdueSeconds: number;
  readonly queuedDeliverySeconds: number;
  readonly operations: ReadonlyMap<string, number>;
  readonly alerts: ReadonlyMap<string, number>;
};

/** The content type of `metricsText`. */
export const OPEN_METRICS = Registry.OPENMETRICS_CONTENT_TYPE;

/** Everything in the OpenMetrics text format; `null`: the database did not answer, so only this process is told of. */
export async function metricsText(figures: InstallationFigures | null): Promise<string> {
  metrics.databaseUp.set(figures === null ? 0 : 1);
  const { operations, alerts, ...numbers } = figures ?? NOTHING;
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) metrics[name].set(numbers[name]);
  showLabelled(metrics.operations, "status", operations);
  showLabelled(metrics.alerts, "code", alerts);
  return await metrics.register.metrics();
}

/** A figure that cannot be read is not repeated from an earlier scrape. */
const NOTHING: InstallationFigures = {
  databaseBytes: Number.NaN,
  databaseConnections: Number.NaN,
  waitingSignals: Number.NaN,
  waitingSignalSeconds: Number.NaN,
  overdueEnrollments: Number.NaN,
  overdueSeconds: Number.NaN,
  queuedDeliverySeconds: Number.NaN,
  operations: new Map(),
  alerts: new Map(),
};

function showLabelled<Label extends string>(
  gauge: Gauge<Label>,
  label: Label,
  counts: ReadonlyMap<string, number>,
): void {
  gauge.reset();
  for (const [value, count] of counts) gauge.set({ [label]: value } as LabelValues<Label>, count);
}
