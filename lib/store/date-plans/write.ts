import { newId } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import type { DateJourney } from "./read.ts";

/** Stores the basis of a journey's plan, and queues an operation that plans its dates for everybody. */
export async function queueDatePlan(sql: Connection, journey: DateJourney, since: number): Promise<void> {
  const { journeyId, workspaceId, versionId, basis } = journey;
  await sql`
    insert into date_plans (journey_id, version_id, basis)
    values (${journeyId}, ${versionId}, ${JSON.stringify(basis)}::text::jsonb)
    on conflict (journey_id) do update set version_id = excluded.version_id, basis = excluded.basis`;
  await sql`
    insert into operations (id, workspace_id, journey_id, kind, input, created_by)
    values (${newId()}, ${workspaceId}, ${journeyId}, 'plan_dates',
      ${JSON.stringify({ since: toSqlTimestamp(since) })}::text::jsonb, 'dates')`;
}

export async function removeDatePlan(sql: Connection, journeyId: string): Promise<void> {
  await sql`delete from date_plans where journey_id = ${journeyId}`;
}

/** Only one engine at a time, until the transaction ends; two would plan the same journeys. */
export async function lockDatePlans(sql: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sojourn.dates'))`;
}
