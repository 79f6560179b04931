import { Counter, collectDefaultMetrics, Gauge, Histogram, type OpenMetricsContentType, Registry } from "prom-client";
import { processSingleton } from "#process";

/** Seconds; a batch takes about 0.1 s, and a statement is ended after 30 s. */
const BATCH_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The registry and what is in it. One of each in a process: the library refuses a second metric of a name. */
export const metrics = processSingleton("metrics", () => {
  const register = new Registry<OpenMetricsContentType>();
  register.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  collectDefaultMetrics({ register });
  const registers = [register];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `sojourn_${name}`, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `sojourn_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], labelNames: Label[] = []) =>
    new Histogram({ name: `sojourn_${name}`, help, buckets, labelNames, registers });
  return {
    register,
    batchSeconds: histogram("batch_seconds", "Time of a batch that advanced people, in seconds.", BATCH_SECONDS),
    batchPeople: counter("batch_people_total", "People advanced by batches."),
    batchSignals: counter("batch_signals_total", "Signals read by batches: events and changes of people."),
    batchTimers: counter("batch_timers_total", "Waits and timeouts that ended."),
    batchHistory: counter("batch_history_total", "Rows of history written by batches, one for each transition group."),
    failedLoops: counter("loop_failures_total", "Failures of the engine's loops; each tries again.", ["loop"]),
    attempts: counter("delivery_attempts_total", "Attempts to send, by channel and result.", ["channel", "result"]),
    requestSeconds: histogram("http_request_seconds", "Time to answer a request, in seconds.", REQUEST_SECONDS, [
      "door",
      "status",
    ]),
    databaseUp: gauge("database_up", "1 if the database answered this scrape."),
    databaseBytes: gauge("database_bytes", "Size of the database on disk, in bytes."),
    databaseConnections: gauge("database_connections", "Connections to the database, of all processes."),
    waitingSignals: gauge("waiting_signals", "Unread signals; at most 1,000 in each of the 64 shards are counted."),
    waitingSignalSeconds: gauge("waiting_signal_seconds", "Age of the oldest unread signal, in seconds."),
    overdueEnrollments: gauge("overdue_enrollments", "Enrollments that are due; at most 1,000 a shard are counted."),
    overdueSeconds: gauge("overdue_seconds", "How long the most overdue enrollment has been due, in seconds."),
    queuedDeliverySeconds: gauge(
      "queued_delivery_seconds",
      "How long the most overdue message has been due to be sent.",
    ),
    operations: gauge("operations", "Set-wise operations that are not finished, by status.", ["status"]),
    alerts: gauge("alerts", "Alerts raised in the last hour and not dismissed, by code.", ["code"]),
  };
});
