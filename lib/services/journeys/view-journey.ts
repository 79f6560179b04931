import { type Context, iso } from "#services";
import { type EnrollmentCounts, NO_ENROLLMENTS, readEnrollmentCounts } from "#store/journey-counts";
import { readSegmentName } from "#store/segments";
import { readVersionDates } from "#store/versions";
import type { JourneyRow } from "./find-journey.ts";
import type { Journey, JourneyDetail } from "./schema.ts";
import { sourceOf } from "./source/source-of.ts";

type VersionRow = { id: string; number: number; createdAt: Date };

/** Rows as the API shows them, with their counts. */
export async function viewJourneys(ctx: Context, rows: readonly JourneyRow[]): Promise<Journey[]> {
  const counts = await readEnrollmentCounts(
    ctx.database.sql,
    rows.map((row) => row.id),
  );
  const versions = await loadVersions(ctx, rows);
  return rows.map((row) => viewOf(row, counts.get(row.id) ?? NO_ENROLLMENTS, versions));
}

/** One journey with the draft's canvas and its audience. */
export async function viewJourney(ctx: Context, row: JourneyRow): Promise<JourneyDetail> {
  const [journey] = await viewJourneys(ctx, [row]);
  if (!journey) throw new Error("a journey without a view");
  const { nodes, edges, annotations = [] } = row.canvas;
  return { ...journey, nodes, edges, annotations, audience: await loadAudience(ctx, row) };
}

function viewOf(row: JourneyRow, enrollments: EnrollmentCounts, versions: ReadonlyMap<string, VersionRow>): Journey {
  const version = row.publishedVersionId ? versions.get(row.publishedVersionId) : undefined;
  return {
    id: row.id,
    shortId: row.shortId,
    number: row.number,
    key: row.key,
    name: row.name,
    description: row.description,
    status: row.status.toUpperCase() as Journey["status"],
    siteId: row.siteId,
    audienceId: row.audienceId,
    settings: row.settings,
    goalConfig: row.goalConfig,
    allowAnonymous: row.allowAnonymous,
    pauseMode: row.pauseMode,
    revision: row.revision,
    publishedVersion: version
      ? { id: version.id, number: version.number, publishedAt: iso(row.publishedAt ?? version.createdAt) }
      : null,
    hasUnpublishedChanges: row.revision !== row.publishedRevision,
    source: sourceOf(row),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    _count: {
      nodes: row.canvas.nodes.length,
      edges: row.canvas.edges.length,
      enrollments: enrollments.enrolled,
      active: enrollments.active,
    },
  };
}

async function loadVersions(ctx: Context, rows: readonly JourneyRow[]): Promise<Map<string, VersionRow>> {
  const ids = rows.flatMap((row) => row.publishedVersionId ?? []);
  const found = await readVersionDates(ctx.database.orm, ids);
  return new Map(found.map((version) => [version.id, version]));
}

async function loadAudience(ctx: Context, row: JourneyRow): Promise<JourneyDetail["audience"]> {
  if (!row.audienceId) return null;
  return (await readSegmentName(ctx.database.orm, row.audienceId)) ?? null;
}
