import type { Context } from "#services";
import { EnrollmentQuery, listEnrollments } from "#services/enrollments";
import { EventQuery, listEvents } from "#services/events";
import { listJourneys } from "#services/journeys";
import { listPeople, PeopleQuery } from "#services/people";
import { listMembers, listSegments, SegmentQuery } from "#services/segments";
import { getStats, getTimeseries } from "#services/stats";
import type { Filled } from "./fill.ts";

/** A read by its name; `isDeep` ones may take longer. */
export type Measured = { readonly name: string; readonly isDeep?: boolean; readonly read: () => Promise<unknown> };

const LIMIT = 20;

/** Every read of the table, as the pages ask for it. */
export function measuredReads(ctx: Context, { journeyId, segmentId, people }: Filled): Measured[] {
  const last = Math.ceil(people / LIMIT);
  const page = (number: number) => String(Math.max(1, Math.min(number, last)));
  const peopleBy = (query: object) => () => listPeople(ctx, PeopleQuery.parse(query));
  const enrollmentsBy = (query: object) => () => listEnrollments(ctx, journeyId, EnrollmentQuery.parse(query));
  const eventsBy = (query: object) => () => listEvents(ctx, EventQuery.parse(query));
  const middle = page(Math.round(last / 2));
  return [
    { name: "people, first page", read: peopleBy({}) },
    { name: "people, page 500", read: peopleBy({ page: page(500) }) },
    { name: "people, middle page", isDeep: true, read: peopleBy({ page: middle }) },
    { name: "people, last page", read: peopleBy({ page: page(last) }) },
    { name: "people, search a first name", read: peopleBy({ search: "Grace" }) },
    { name: "people, search one address", read: peopleBy({ search: "user1234@mail" }) },
    { name: "people, search nothing found", read: peopleBy({ search: "nobody at all" }) },
    { name: "people, search two letters", read: peopleBy({ search: "gr" }) },
    { name: "people of a segment", read: peopleBy({ segmentId }) },
    { name: "people of a segment, page 500", isDeep: true, read: peopleBy({ segmentId, page: page(500) }) },
    { name: "enrollments, first page", read: enrollmentsBy({}) },
    { name: "enrollments, page 500", read: enrollmentsBy({ page: page(500) }) },
    { name: "enrollments, middle page", isDeep: true, read: enrollmentsBy({ page: middle }) },
    { name: "enrollments, last page", read: enrollmentsBy({ page: page(last) }) },
    { name: "enrollments, completed", read: enrollmentsBy({ status: "COMPLETED" }) },
    { name: "events, first page", read: eventsBy({}) },
    { name: "events by name", read: eventsBy({ name: "app.order_paid" }) },
    { name: "events by name, page 500", read: eventsBy({ name: "app.order_paid", page: page(500) }) },
    { name: "events by a rare name", read: eventsBy({ name: "app.account_closed" }) },
    { name: "events by an unknown name", read: eventsBy({ name: "app.never_seen" }) },
    { name: "timeseries of a journey", read: () => getTimeseries(ctx, journeyId, { days: 30 }) },
    { name: "stats of a journey", read: () => getStats(ctx, journeyId) },
    { name: "journeys list", read: () => listJourneys(ctx, { page: 1, limit: LIMIT }) },
    { name: "segments list", read: () => listSegments(ctx, SegmentQuery.parse({})) },
    { name: "segment members", read: () => listMembers(ctx, segmentId, { page: 1, limit: LIMIT }) },
  ];
}
