import { type Context, iso } from "#services";
import { countStanding, findJourney } from "#services/journeys";
import { countByVersion } from "#store/journey-counts";
import { countMoves, type MoveCount } from "#store/node-counts";
import { readListedVersions } from "#store/versions";
import type { Version } from "./schema.ts";

/** The published versions, newest first, with their enrollments and the people on each. */
export async function listVersions(ctx: Context, reference: string): Promise<Version[]> {
  const journey = await findJourney(ctx, reference);
  const [rows, enrollments, standing, moves] = await Promise.all([
    readListedVersions(ctx.database.sql, journey.id),
    countByVersion(ctx.database.sql, journey.id),
    countStanding(ctx.database.sql, journey),
    countMoves(ctx.database.sql, journey.id, null),
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

function sum(moves: readonly MoveCount[], isMeant: (move: MoveCount) => boolean): number {
  return moves.reduce((total, move) => total + (isMeant(move) ? move.people : 0), 0);
}
