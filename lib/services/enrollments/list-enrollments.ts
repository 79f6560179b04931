import { ALL_SHARDS, shardOf } from "#db";
import { type Context, type Listing, listing, offsetOf, type Page } from "#services";
import { findJourney, findVersionId } from "#services/journeys";
import { findPerson, shortTraits } from "#services/people";
import { countEnrollments, enrollmentFilter } from "./count-enrollments.ts";
import { type EnrollmentRow, enrollmentColumns, enrollmentTables, viewEnrollment } from "./enrollment-row.ts";
import type { Enrollment, EnrollmentQuery } from "./schema.ts";

/** The enrollments of a journey, latest first; hidden ones only when `status` asks for them. */
export async function listEnrollments(
  ctx: Context,
  reference: string,
  asked: EnrollmentQuery,
): Promise<Listing<Enrollment>> {
  const journey = await findJourney(ctx, reference);
  const query = { ...asked, versionId: await findVersionId(ctx, journey.id, asked) };
  const { sql } = ctx.database;
  const shards = query.personId ? [shardOf(query.personId)] : ALL_SHARDS;
  const reach = offsetOf(query) + query.limit;
  // A page is chosen by keys alone; the wide rows are fetched for its few lines.
  const [rows, total] = await Promise.all([
    sql<EnrollmentRow[]>`
      with page as (
        select latest.shard, latest.id from unnest(${shards}::int[]) as s (number)
        cross join lateral (
          select e.shard, e.id, e.enrolled_at from enrollments e
          where e.shard = s.number and e.journey_id = ${journey.id} ${enrollmentFilter(ctx, journey, query)}
          order by e.enrolled_at desc, e.id desc limit ${reach}
        ) latest
        order by latest.enrolled_at desc, latest.id desc limit ${query.limit} offset ${offsetOf(query)}
      )
      select ${enrollmentColumns(ctx)} from page
      join ${enrollmentTables(ctx)} on e.shard = page.shard and e.id = page.id
      order by e.enrolled_at desc, e.id desc`,
    countEnrollments(ctx, journey, query),
  ]);
  return listing(rows.map(inList), total, query);
}

function inList(row: EnrollmentRow): Enrollment {
  return viewEnrollment({ ...row, traits: shortTraits(row.traits ?? {}) });
}

/** The enrollments of one person through all journeys, latest first. */
export async function listPersonEnrollments(ctx: Context, reference: string, page: Page): Promise<Listing<Enrollment>> {
  const person = await findPerson(ctx, reference);
  const { sql } = ctx.database;
  const own = sql`
    e.shard = ${shardOf(person.id)} and e.person_id = ${person.id} and e.workspace_id = ${ctx.workspaceId}
    and e.status <> 'archived'`;
  const [rows, [counted]] = await Promise.all([
    sql<EnrollmentRow[]>`
      select ${enrollmentColumns(ctx)} from ${enrollmentTables(ctx)} where ${own}
      order by e.enrolled_at desc, e.id desc limit ${page.limit} offset ${offsetOf(page)}`,
    sql<{ total: number }[]>`
      select count(*)::float8 as total from enrollments e join journeys j on j.id = e.journey_id where ${own}`,
  ]);
  return listing(rows.map(inList), counted?.total ?? 0, page);
}
