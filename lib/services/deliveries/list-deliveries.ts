import { ALL_SHARDS, shardOf } from "#db";
import { type Context, type Listing, listing, offsetOf } from "#services";
import { findJourney } from "#services/journeys";
import { type DeliveryRow, effectiveStatus, viewDelivery } from "./delivery-row.ts";
import type { Delivery, DeliveryQuery } from "./schema.ts";

/** Deliveries, newest first. */
export async function listDeliveries(ctx: Context, query: DeliveryQuery): Promise<Listing<Delivery>> {
  const { sql } = ctx.database;
  const journeyId = query.journeyId ? (await findJourney(ctx, query.journeyId)).id : null;
  // An enrollment's id does not tell its shard: a merge moves it to the survivor's (R39).
  const shards = query.personId ? [shardOf(query.personId)] : ALL_SHARDS;
  const reach = offsetOf(query) + query.limit;
  const rows = sql`
    from deliveries d left join journeys j on j.id = d.journey_id
    where d.workspace_id = ${ctx.workspaceId}
    ${journeyId ? sql`and d.journey_id = ${journeyId}` : sql``}
    ${query.personId ? sql`and d.person_id = ${query.personId} and d.enrollment_id in (${enrollmentsOf(ctx, query.personId)})` : sql``}
    ${query.enrollmentId ? sql`and d.enrollment_id = ${query.enrollmentId}` : sql``}
    ${query.channel ? sql`and d.channel = ${query.channel}` : sql``}
    ${query.status ? sql`and ${effectiveStatus(ctx)} = ${query.status}` : sql``}`;
  const [found, [counted]] = await Promise.all([
    sql<DeliveryRow[]>`
      select latest.* from unnest(${shards}::int[]) as s (number)
      cross join lateral (
        select d.*, j.name as journey_name, ${effectiveStatus(ctx)} as shown_status ${rows} and d.shard = s.number
        order by d.queued_at desc, d.id desc limit ${reach}
      ) latest
      order by latest.queued_at desc, latest.id desc limit ${query.limit} offset ${offsetOf(query)}`,
    sql<{ total: number }[]>`
      select count(*)::float8 as total ${rows} and d.shard = any(${shards}::smallint[])`,
  ]);
  return listing(found.map(shown), counted?.total ?? 0, query);
}

/** The way to a person's deliveries: an index for it was a tenth of what it cost to queue one. */
const enrollmentsOf = ({ database: { sql } }: Context, personId: string) => sql`
  select e.id from enrollments e where e.shard = ${shardOf(personId)} and e.person_id = ${personId}`;

const shown = (row: DeliveryRow & { shown_status?: Delivery["status"] }): Delivery =>
  viewDelivery({ ...row, status: row.shown_status ?? row.status });
