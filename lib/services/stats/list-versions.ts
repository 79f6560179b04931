import { ALL_SHARDS } from "#db";
import { type Context, iso } from "#services";
import { countStanding, findJourney } from "#services/journeys";
import { countMoves, type MoveCount } from "./count-elements.ts";
import type { Version } from "./schema.ts";

/** What was published, the newest first, with the enrollments of each and the people who stand on it. */
export async function listVersions(ctx: Context, reference: string): Promise<Version[]> {
  const journey = await findJourney(ctx, reference);
  const [rows, enrollments, standing, moves] = await Promise.all([
    readVersions(ctx, journey.id),
    countByVersion(ctx, journey.id),
    countStanding(ctx, journey),
    countMoves(ctx, journey.id, null),
  ]);
  const people = new Map<string, number>();
  for (const place of standing) people.set(place.versionId, (people.get(place.versionId) ?? 0) + place.people);
  return rows.map(({ nodes, edges, createdAt, ...row }) => ({
    ...row,
    createdAt: iso(createdAt),
    isCurrent: row.id === journey.publishedVersionId,
    people: people.get(row.id) ?? 0,
    movedIn: sum(moves, (move) => move.toVersionId === row.id),
    movedOut: sum(moves, (move) => move.fromVersionId === row.id),
    _count: {
      nodes,
      edges,
      enrollments: enrollments.get(row.id)?.enrolled ?? 0,
      active: enrollments.get(row.id)?.active ?? 0,
    },
  }));
}

type VersionRow = {
  id: string;
  number: number;
  hash: string;
  publishedBy: string | null;
  createdAt: Date;
  nodes: number;
  edges: number;
};

/** Documents stay in the database: of two hundred large ones only the sizes are told. */
function readVersions(ctx: Context, journeyId: string): Promise<VersionRow[]> {
  return ctx.database.sql<VersionRow[]>`
    select id, number, hash, published_by as "publishedBy", created_at as "createdAt",
      jsonb_array_length(document -> 'nodes') as nodes, jsonb_array_length(document -> 'edges') as edges
    from versions where journey_id = ${journeyId} order by number desc limit 200`;
}

function sum(moves: readonly MoveCount[], isMeant: (move: MoveCount) => boolean): number {
  return moves.reduce((total, move) => total + (isMeant(move) ? move.people : 0), 0);
}

type Row = { version_id: string; enrolled: number; active: number };

async function countByVersion(ctx: Context, journeyId: string): Promise<Map<string, Row>> {
  const rows = await ctx.database.sql<Row[]>`
    select version_id, sum(enrolled)::float8 as enrolled,
      sum(enrolled - completed - stopped - failed)::float8 as active
    from journey_counts where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId}
    group by version_id`;
  return new Map(rows.map((row) => [row.version_id, row]));
}
