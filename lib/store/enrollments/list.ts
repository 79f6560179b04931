import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type PageAt, wayToPage } from "../sql/page.ts";
import { type EnrollmentFilter, enrollmentFilter } from "./filter.ts";
import { isHidden } from "./hidden.ts";
import { enrollmentColumns, enrollmentTables, type ShownEnrollment } from "./shown.ts";

export type PageOf = { readonly limit: number; readonly offset: number };

/**
 * A page of a journey's enrollments, latest first, from the nearer end. The page is chosen by keys alone; the wide rows are
 * read only for its few lines.
 */
export async function listShownEnrollments(
  sql: Connection,
  journey: { readonly id: string; readonly epoch: number },
  filter: EnrollmentFilter,
  page: PageAt,
): Promise<ShownEnrollment[]> {
  const { limit, offset, isBackward } = wayToPage(page);
  const { after } = page;
  const way = isBackward ? sql`asc` : sql`desc`;
  const shards = filter.personId ? [shardOf(filter.personId)] : ALL_SHARDS;
  return await sql<ShownEnrollment[]>`
    with page as materialized (
      select e.shard, e.id from enrollments e
      where e.shard = any(${shards}::smallint[]) and e.journey_id = ${journey.id} ${enrollmentFilter(sql, journey, filter)}
        ${after === null ? sql`` : sql`and (e.enrolled_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by e.enrolled_at ${way}, e.id ${way} limit ${limit} offset ${offset}
    )
    select ${enrollmentColumns(sql)} from page
    join ${enrollmentTables(sql)} on e.shard = page.shard and e.id = page.id
    order by e.enrolled_at desc, e.id desc`;
}

/** A page of a person's enrollments in all journeys, latest first, and their total; hidden ones are left out. */
export async function listEnrollmentsOf(
  sql: Connection,
  workspaceId: string,
  personId: string,
  { limit, offset }: PageOf,
): Promise<{ readonly rows: ShownEnrollment[]; readonly total: number }> {
  const own = sql`
    e.shard = ${shardOf(personId)} and e.person_id = ${personId} and e.workspace_id = ${workspaceId}
    and not ${isHidden(sql, "e")}`;
  const [rows, [counted]] = await Promise.all([
    sql<ShownEnrollment[]>`
      select ${enrollmentColumns(sql)} from ${enrollmentTables(sql)} where ${own}
      order by e.enrolled_at desc, e.id desc limit ${limit} offset ${offset}`,
    sql<{ total: number }[]>`
      select count(*)::float8 as total from enrollments e join journeys j on j.id = e.journey_id where ${own}`,
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** One enrollment of a journey, searched in every shard, because a merge keeps the id but moves the row (R39). */
export async function readShownEnrollment(
  sql: Connection,
  journeyId: string,
  id: string,
): Promise<ShownEnrollment | undefined> {
  const [row] = await sql<ShownEnrollment[]>`
    select ${enrollmentColumns(sql)} from ${enrollmentTables(sql)}
    where e.shard = any(${ALL_SHARDS}::smallint[]) and e.id = ${id} and e.journey_id = ${journeyId}`;
  return row;
}

/** A person's running enrollment in a journey, else the latest one. */
export async function readLatestEnrollment(
  sql: Connection,
  journeyId: string,
  personId: string,
): Promise<ShownEnrollment | undefined> {
  const [row] = await sql<ShownEnrollment[]>`
    select ${enrollmentColumns(sql)} from ${enrollmentTables(sql)}
    where e.shard = ${shardOf(personId)} and e.person_id = ${personId} and e.journey_id = ${journeyId}
    order by (e.status = 'active' and e.epoch >= j.epoch) desc, e.enrolled_at desc, e.id desc limit 1`;
  return row;
}

type Place = { readonly shard: number; readonly id: string };

/** Hides a finished enrollment from the lists; false: it is not finished, or already hidden. */
export async function hideFinished(sql: Connection, { shard, id }: Place): Promise<boolean> {
  const hidden = await sql`
    update enrollments set hidden_at = now()
    where shard = ${shard} and id = ${id} and status in ('completed', 'stopped', 'failed') and hidden_at is null`;
  return hidden.count > 0;
}

/**
 * What prevents a retry: an archive that came after the enrollment, or another running enrollment of the person with
 * the same key.
 */
export async function readRetryBars(
  sql: Connection,
  { shard, id }: Place,
): Promise<{ readonly archived: boolean; readonly running: boolean } | undefined> {
  const [found] = await sql<{ archived: boolean; running: boolean }[]>`
    select j.status = 'archived' or j.epoch > e.epoch as archived, exists (
      select from positions p
      where p.shard = e.shard and p.person_id = e.person_id and p.journey_id = e.journey_id
        and p.instance_key = e.instance_key) as running
    from enrollments e join journeys j on j.id = e.journey_id
    where e.shard = ${shard} and e.id = ${id}`;
  return found;
}
