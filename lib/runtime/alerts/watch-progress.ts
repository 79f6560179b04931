import { findWaitingSignals } from "#store/inbox";
import { findStalled } from "#store/positions";
import type { Connection } from "#store/sql";
import { MINUTE_MS } from "#times";
import type { RaisedAlert } from "./raised-alert.ts";

/** Ids of journeys and workspaces that were late at the last check. */
export type Seen = ReadonlySet<string>;

const LATE_MS = MINUTE_MS;

/**
 * Enrollments that should have moved, and signals that should have been read, more than a minute ago. Both must be late
 * at two checks in a row: after a downtime an engine finds everything late that fell due while none ran.
 */
export async function watchProgress(
  sql: Connection,
  now: number,
  unreadable: readonly string[],
  before: Seen,
): Promise<{ alerts: RaisedAlert[]; seen: Seen }> {
  const late = now - LATE_MS;
  const [stalled, unread] = await Promise.all([findStalled(sql, late, unreadable), findWaitingSignals(sql, late)]);
  const enrollments = stalled.map(
    ({ workspaceId, journeyId, count, since }): RaisedAlert => ({
      code: "stalled",
      workspaceId,
      journeyId,
      at: now,
      text: `${people(count)} should have advanced since ${clock(since)} and did not. Is an engine running?`,
      count,
      counting: "is",
    }),
  );
  const inbox = unread.map(
    ({ workspaceId, count, since }): RaisedAlert => ({
      code: "signals_waiting",
      workspaceId,
      journeyId: null,
      at: now,
      text: `Events and changes to people have been waiting since ${clock(since)} and are not processed. Is an engine running?`,
      count,
      counting: "is",
    }),
  );
  const alerts = [...enrollments, ...inbox];
  const keyOf = ({ journeyId, workspaceId }: RaisedAlert) => `${journeyId ?? workspaceId}`;
  return { alerts: alerts.filter((alert) => before.has(keyOf(alert))), seen: new Set(alerts.map(keyOf)) };
}

const people = (count: number): string => (count === 1 ? "One person" : `${count} people`);
const clock = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
