import type { Context } from "#services";
import type { JourneyRow } from "#services/journeys";
import { countFiltered, countHidden, type EnrollmentFilter } from "#store/enrollments";
import { NO_ENROLLMENTS, readEnrollmentCounts } from "#store/journey-counts";
import type { Count } from "#store/sql";

/** The total of a list: from the counters, unless a node or person is filtered. */
export async function countEnrollments(ctx: Context, journey: JourneyRow, query: EnrollmentFilter): Promise<Count> {
  if (query.nodeId || query.personId) return countFiltered(ctx.database.sql, journey, query);
  return { total: await countKept(ctx, journey, query), isAbout: false };
}

async function countKept(ctx: Context, journey: JourneyRow, query: EnrollmentFilter): Promise<number> {
  const [counts, hidden] = await Promise.all([
    readEnrollmentCounts(ctx.database.sql, [journey.id], query.versionId),
    countHidden(ctx.database.sql, journey.id, query.versionId),
  ]);
  const enrollments = counts.get(journey.id) ?? NO_ENROLLMENTS;
  if (query.status === "ACTIVE") return enrollments.active;
  if (query.status === "COMPLETED") return enrollments.completed - hidden.completed;
  if (query.status === "STOPPED") return enrollments.stopped - hidden.stopped;
  if (query.status === "FAILED") return enrollments.failed - hidden.failed;
  const all = hidden.completed + hidden.stopped + hidden.failed;
  return query.status === "ARCHIVED" ? all : enrollments.enrolled - all;
}
