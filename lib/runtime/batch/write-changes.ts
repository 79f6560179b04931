import type { TransactionSql } from "#db";
import { appendSignals } from "#store/inbox";
import { raiseAlerts } from "../alerts/index.ts";
import { cancelDeliveries } from "../sql/cancel-deliveries.ts";
import { toSqlTimestamp } from "../sql/connection.ts";
import { deferPositions } from "../sql/defer-positions.ts";
import { deleteMemberships } from "../sql/delete-memberships.ts";
import { deletePositions } from "../sql/delete-positions.ts";
import { deleteQueuedActions } from "../sql/delete-queued-actions.ts";
import { endEnrollments } from "../sql/end-enrollments.ts";
import { insertDeliveries } from "../sql/insert-deliveries.ts";
import { insertEmittedEvents } from "../sql/insert-emitted-events.ts";
import { insertEnrollments } from "../sql/insert-enrollments.ts";
import { insertHistory } from "../sql/insert-history.ts";
import { insertJourneyCounts } from "../sql/insert-journey-counts.ts";
import { insertMemberships } from "../sql/insert-memberships.ts";
import { insertNearMisses } from "../sql/insert-near-misses.ts";
import { insertNodeCounts } from "../sql/insert-node-counts.ts";
import { insertPersonChanges } from "../sql/insert-person-changes.ts";
import { insertPositions } from "../sql/insert-positions.ts";
import { insertQueuedActions } from "../sql/insert-queued-actions.ts";
import { insertRejectedSignals } from "../sql/insert-rejected-signals.ts";
import { isCopied } from "../sql/insert-rows.ts";
import { insertVersionMoves } from "../sql/insert-version-moves.ts";
import { moveEnrollments } from "../sql/move-enrollments.ts";
import { planDates } from "../sql/plan-dates.ts";
import { planRechecks } from "../sql/plan-rechecks.ts";
import { releaseDeliveries } from "../sql/release-deliveries.ts";
import { reviveEnrollments } from "../sql/revive-enrollments.ts";
import { type Statement, sendInOrder } from "../sql/send-in-order.ts";
import { updatePeople } from "../sql/update-people.ts";
import { updatePositions } from "../sql/update-positions.ts";
import { addConversions } from "./add-conversions.ts";
import { addSplitChoices } from "./add-split-choices.ts";
import { addressDeliveries } from "./address-deliveries.ts";
import type { Changes } from "./changes.ts";
import { moveConversions } from "./move-conversions.ts";

const DEFER_MS = 60_000;

/**
 * One statement per table, sent without waiting but for copies: they run in this order on the transaction's connection. Ended
 * enrollments leave before new ones come; deliveries are inserted before they are cancelled or released, exposures before the goals of
 * their people. `rest` comes behind them.
 */
export async function writeChanges(
  sql: TransactionSql,
  changes: Changes,
  now: number,
  rest: readonly Statement[] = [],
): Promise<void> {
  const deliveries = await addressDeliveries(sql, changes.deliveries);
  await sendInOrder([
    write(changes.gone, (rows) => deletePositions(sql, rows)),
    write(changes.moved, (rows) => updatePositions(sql, rows, now)),
    insert(changes.begun, (rows) => insertPositions(sql, rows, now)),
    write(changes.deferred, (rows) => deferPositions(sql, rows, toSqlTimestamp(now + DEFER_MS))),
    insert(changes.enrollments, (rows) => insertEnrollments(sql, rows)),
    write(changes.changedVersion, (rows) => moveEnrollments(sql, rows)),
    write(changes.changedVersion, (rows) => insertVersionMoves(sql, rows)),
    write(changes.revived, (rows) => reviveEnrollments(sql, rows)),
    write(changes.ended, (rows) => endEnrollments(sql, rows)),
    insert(changes.history, (rows) => insertHistory(sql, rows, now)),
    insert(deliveries, (rows) => insertDeliveries(sql, rows)),
    write(changes.cancelled, (rows) => cancelDeliveries(sql, rows)),
    write(changes.released, (rows) => releaseDeliveries(sql, rows)),
    write(changes.people, (rows) => updatePeople(sql, rows, now)),
    write(changes.personChanges, (rows) => insertPersonChanges(sql, rows)),
    write(changes.left, (rows) => deleteMemberships(sql, rows)),
    write(changes.joined, (rows) => insertMemberships(sql, rows, now)),
    write(changes.rechecks, (rows) => planRechecks(sql, rows)),
    write(changes.dates, (rows) => planDates(sql, rows)),
    write(changes.choices, (rows) => addSplitChoices(sql, rows)),
    write(changes.conversions, (rows) => addConversions(sql, rows)),
    write(changes.changedVersion, (rows) => moveConversions(sql, rows)),
    write(changes.emitted, (rows) => insertEmittedEvents(sql, rows)),
    write(changes.queuedRemoved, (rows) => deleteQueuedActions(sql, rows)),
    write(changes.queuedAdded, (rows) => insertQueuedActions(sql, rows)),
    write(changes.inbox, (rows) => appendSignals(sql, rows)),
    write(changes.nodeCounts, (rows) => insertNodeCounts(sql, rows)),
    write([...changes.journeyCounts.values()], (rows) => insertJourneyCounts(sql, rows)),
    write([...changes.nearMisses.values()], (rows) => insertNearMisses(sql, rows)),
    write(changes.rejected, (rows) => insertRejectedSignals(sql, rows, now)),
    write(changes.alerts, (rows) => raiseAlerts(sql, rows)),
    ...rest,
  ]);
}

function write<Row>(rows: readonly Row[], run: (rows: readonly Row[]) => Promise<void>, isAlone = false): Statement {
  return { run: () => (rows.length > 0 ? run(rows) : undefined), isAlone };
}

const insert = <Row>(rows: readonly Row[], run: (rows: readonly Row[]) => Promise<void>): Statement =>
  write(rows, run, isCopied(rows.length));
