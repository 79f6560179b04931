import type { TransactionSql } from "#db";
import { insertAssignedCampaigns } from "#store/assigned-campaigns";
import { planDates } from "#store/date-starts";
import { cancelDeliveries, insertDeliveries, releaseDeliveries } from "#store/deliveries";
import { endEnrollments, insertEnrollments, moveEnrollments, reviveEnrollments } from "#store/enrollments";
import { insertEmittedEvents } from "#store/events";
import { insertHistory } from "#store/history";
import { appendSignals } from "#store/inbox";
import { insertJourneyCounts } from "#store/journey-counts";
import { insertNearMisses } from "#store/near-misses";
import { insertNodeCounts } from "#store/node-counts";
import { insertOfferCounts } from "#store/offer-counts";
import { insertOfferDecisions } from "#store/offer-decisions";
import { updatePeople } from "#store/people";
import { indexPeople } from "#store/people-search";
import { insertPersonChanges } from "#store/person-changes";
import { deferPositions, deletePositions, insertPositions, updatePositions } from "#store/positions";
import { deleteQueuedActions, insertQueuedActions } from "#store/queued-actions";
import { insertRejectedSignals } from "#store/rejected-signals";
import { deleteMemberships, insertMemberships } from "#store/segment-members";
import { planRechecks } from "#store/segment-rechecks";
import { isCopied, type Statement, sendInOrder, toSqlTimestamp } from "#store/sql";
import { insertVersionMoves } from "#store/version-moves";
import { MINUTE_MS } from "#times";
import { raiseAlerts } from "../alerts/index.ts";
import { addConversions } from "./add-conversions.ts";
import { addHeldOutGoals, addHoldoutSides } from "./add-holdouts.ts";
import { addSplitChoices } from "./add-split-choices.ts";
import { addressDeliveries } from "./address-deliveries.ts";
import type { Changes } from "./changes.ts";
import { moveConversions } from "./move-conversions.ts";

const DEFER_MS = MINUTE_MS;

/**
 * One statement per table. Except for copies they are sent without waiting and run in this order on the transaction's
 * connection. The order matters: ended enrollments are removed before new ones are inserted, deliveries are inserted
 * before they are cancelled or released, and exposures before the conversions of their people. `rest` runs last.
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
    write(changes.people, (rows) => indexPeople(sql, rows)),
    insert(changes.personChanges, (rows) => insertPersonChanges(sql, rows)),
    write(changes.left, (rows) => deleteMemberships(sql, rows)),
    write(changes.joined, (rows) => insertMemberships(sql, rows, now)),
    write(changes.rechecks, (rows) => planRechecks(sql, rows)),
    write(changes.dates, (rows) => planDates(sql, rows)),
    write(changes.choices, (rows) => addSplitChoices(sql, rows)),
    write(changes.sides, (rows) => addHoldoutSides(sql, rows)),
    write(changes.heldOutGoals, (rows) => addHeldOutGoals(sql, rows)),
    write(changes.picks, (rows) => insertOfferDecisions(sql, rows)),
    write(changes.offerCounts, (rows) => insertOfferCounts(sql, rows)),
    write(changes.conversions, (rows) => addConversions(sql, rows)),
    write(changes.changedVersion, (rows) => moveConversions(sql, rows)),
    write(changes.emitted, (rows) => insertEmittedEvents(sql, rows)),
    write(changes.campaigns, (rows) => insertAssignedCampaigns(sql, rows)),
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
