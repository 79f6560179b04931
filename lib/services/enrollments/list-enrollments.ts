import { type Context, cursorListing, type Listing, listing, offsetOf, type Page, startOf } from "#services";
import { findJourney, findVersionId } from "#services/journeys";
import { findPerson, shortTraits } from "#services/people";
import { listEnrollmentsOf, listShownEnrollments, type ShownEnrollment } from "#store/enrollments";
import { countEnrollments } from "./count-enrollments.ts";
import { viewEnrollment } from "./enrollment-row.ts";
import type { Enrollment, EnrollmentQuery } from "./schema.ts";

/** The enrollments of a journey, latest first; hidden ones only when `status` asks for them. */
export async function listEnrollments(
  ctx: Context,
  reference: string,
  asked: EnrollmentQuery,
): Promise<Listing<Enrollment>> {
  const journey = await findJourney(ctx, reference);
  const query = { ...asked, versionId: await findVersionId(ctx, journey.id, asked) };
  const list = `enrollments ${journey.id}`;
  const { limit } = query;
  const start = startOf(ctx, list, query);
  const counted = await countEnrollments(ctx, journey, query);
  const rows = await listShownEnrollments(ctx.database.sql, journey, query, { ...start, limit, total: counted.total });
  const last = rows.at(-1);
  const place = last && { at: last.enrolledAt, id: last.id };
  return cursorListing(ctx, rows.map(inList), counted, { list, page: start.page, limit, last: place });
}

function inList(row: ShownEnrollment): Enrollment {
  return viewEnrollment({ ...row, traits: shortTraits(row.traits ?? {}) });
}

/** The enrollments of one person through all journeys, latest first. */
export async function listPersonEnrollments(ctx: Context, reference: string, page: Page): Promise<Listing<Enrollment>> {
  const person = await findPerson(ctx, reference);
  const { database, workspaceId } = ctx;
  const reach = { limit: page.limit, offset: offsetOf(page) };
  const { rows, total } = await listEnrollmentsOf(database.sql, workspaceId, person.id, reach);
  return listing(rows.map(inList), total, page);
}
