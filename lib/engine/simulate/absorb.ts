import type { AdvanceInput, AdvanceResult, EnrollmentEnd, EnrollmentStart } from "../advance-input.ts";
import { goalKey } from "../exits/goal-owner.ts";
import { keepDates, type PersonRecord } from "./person-record.ts";
import type { SimulatedDelivery, SimulatedEnrollment, SimulationReport } from "./types.ts";

type Growing = {
  -readonly [Key in keyof SimulationReport]: SimulationReport[Key] extends readonly (infer Item)[] ? Item[] : never;
};

export function emptyReport(): SimulationReport {
  return { enrollments: [], deliveries: [], nearMisses: [], conversions: [], changes: [], counts: [], alerts: [] };
}

/** Applies the result of a call of advance as a driver does: stores it in the person's record and adds it to the report. */
export function absorb(report: SimulationReport, box: PersonRecord, input: AdvanceInput, outcome: AdvanceResult): void {
  const books = report as Growing;
  box.person = outcome.person;
  if (outcome.segmentsRecheckAt !== undefined) box.recheckAt = outcome.segmentsRecheckAt;
  keepDates(box, outcome.dates ?? []);
  for (const signal of input.signals) if (signal.kind === "event") box.events.push(signal.event);
  append(box.events, outcome.emitted);
  for (const start of outcome.started) books.enrollments.push(begun(box, start));
  for (const { id } of outcome.revived) revive(books, box, id);
  for (const enrollment of outcome.enrollments) box.enrollments.set(enrollment.enrollmentId, enrollment);
  for (const row of outcome.history) enrollmentOf(books, row.enrollmentId)?.hops.push(...row.hops);
  for (const end of outcome.ended) finish(books, box, end, outcome.started);
  box.queued = [...box.queued, ...outcome.queuedAdded].filter((action) => !outcome.queuedRemoved.includes(action.id));
  for (const { sticky, nodeId, edgeId } of outcome.choices) if (sticky) box.chosen[nodeId] ??= edgeId;
  for (const { offerId, flowId, at } of outcome.picks) box.offers.offered.push({ offerId, flowId, at });
  for (const signal of input.signals)
    if (signal.kind === "outcome" && signal.offerId !== undefined)
      box.offers.outcomes.push({ offerId: signal.offerId, outcome: signal.outcome, at: signal.at });
  absorbDeliveries(books, box, outcome);
  append(books.nearMisses, outcome.nearMisses);
  for (const { enrollmentId, goalRevision } of outcome.conversions)
    box.counted.push(goalKey(enrollmentId, goalRevision));
  append(books.conversions, outcome.conversions);
  append(
    books.changes,
    outcome.changes.map((change) => ({ ...change, person: box.name })),
  );
  append(books.counts, outcome.counts);
  append(books.alerts, outcome.alerts);
}

/**
 * One by one, because a call that catches up with minutes of a loop may return more rows than a function takes as
 * arguments.
 */
function append<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}

function begun(box: PersonRecord, start: EnrollmentStart): SimulatedEnrollment {
  const { id: enrollmentId, journeyId, enrolledAt } = start;
  return {
    enrollmentId,
    person: box.name,
    journeyId,
    enrolledAt,
    hops: [],
    status: "active",
    exitReason: null,
    endedAt: null,
  };
}

function enrollmentOf(books: Growing, enrollmentId: string): SimulatedEnrollment | undefined {
  return books.enrollments.findLast((enrollment) => enrollment.enrollmentId === enrollmentId);
}

function finish(books: Growing, box: PersonRecord, end: EnrollmentEnd, started: readonly EnrollmentStart[]): void {
  const enrollment = enrollmentOf(books, end.id);
  const position =
    box.enrollments.get(end.id) ?? box.failed.get(end.id) ?? started.find((start) => start.id === end.id);
  box.enrollments.delete(end.id);
  box.failed.delete(end.id);
  if (enrollment === undefined) return;
  enrollment.status = end.status;
  enrollment.exitReason = end.exitReason;
  enrollment.endedAt = end.endedAt;
  const { enrollmentId, journeyId, enrolledAt } = enrollment;
  const { status, exitReason, endedAt } = end;
  box.past.push({
    enrollmentId,
    journeyId,
    versionId: position?.versionId ?? "",
    instanceKey: position?.instanceKey ?? "",
    status,
    exitReason,
    epoch: position?.epoch ?? 1,
    enrolledAt,
    endedAt,
  });
  const { failedState } = end;
  if (failedState === undefined) return;
  const past = box.past.at(-1);
  box.failed.set(enrollmentId, {
    ...failedState,
    enrollmentId,
    journeyId,
    instanceKey: past?.instanceKey ?? "",
    epoch: past?.epoch ?? 1,
    enrolledAt,
  });
}

function revive(books: Growing, box: PersonRecord, enrollmentId: string): void {
  box.past = box.past.filter((past) => past.enrollmentId !== enrollmentId);
  const enrollment = enrollmentOf(books, enrollmentId);
  if (enrollment === undefined) return;
  enrollment.status = "active";
  enrollment.exitReason = null;
  enrollment.endedAt = null;
}

/** Applied in the driver's order: insert, then cancel, then release. */
function absorbDeliveries(books: Growing, box: PersonRecord, outcome: AdvanceResult): void {
  for (const request of outcome.deliveries) {
    const { releasedAt } = request;
    books.deliveries.push({ request, person: box.name, status: releasedAt === null ? "held" : "released", releasedAt });
  }
  for (const delivery of books.deliveries) {
    if (delivery.status === "held" && outcome.cancelled.includes(delivery.request.enrollmentId))
      delivery.status = "cancelled";
  }
  for (const { deliveryId, at } of outcome.released) release(books.deliveries, deliveryId, at);
}

function release(deliveries: readonly SimulatedDelivery[], deliveryId: string, at: number): void {
  const delivery = deliveries.find((candidate) => candidate.request.id === deliveryId && candidate.status === "held");
  if (delivery === undefined) return;
  delivery.status = "released";
  delivery.releasedAt = at;
}
