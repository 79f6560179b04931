import type { Context } from "#services";
import { findJourney, findVersionId, type JourneyRow } from "#services/journeys";
import { NO_ENROLLMENTS, readEnrollmentCounts } from "#store/journey-counts";
import { countElements, countMoves, type MoveCount } from "#store/node-counts";
import { assembleStats } from "./assemble-stats.ts";
import { currencyOf } from "./currency.ts";
import type { JourneyStats, StatsQuery } from "./schema.ts";
import { measureTimeInNode, type TimeInNode } from "./time-in-node.ts";
import { type Graph, graphOf, loadGraphs } from "./version-graphs.ts";

/**
 * Counts of a journey and of everything in it, of one version or over all of them: `entered = waiting + advanced +
 * exited + failed`, and the arrivals of a step add up to its `entered`.
 */
export async function getStats(ctx: Context, reference: string, query: StatsQuery = {}): Promise<JourneyStats> {
  const journey = await findJourney(ctx, reference);
  const versionId = await findVersionId(ctx, journey.id, query);
  const times = await measureTimeInNode(ctx, journey.id, versionId);
  return countedStats(ctx, journey, times, versionId);
}

/** The part that changes every second. */
export async function countedStats(
  ctx: Context,
  journey: JourneyRow,
  times: ReadonlyMap<string, TimeInNode>,
  versionId: string | null,
): Promise<JourneyStats> {
  const [enrollments, counts, moves, currency] = await Promise.all([
    readEnrollmentCounts(ctx.database.sql, [journey.id], versionId),
    countElements(ctx.database.sql, journey.id, versionId),
    countMoves(ctx.database.sql, journey.id, versionId),
    currencyOf(ctx),
  ]);
  const drawnId = versionId ?? journey.publishedVersionId;
  const counted = [...new Set([...counts.map((count) => count.versionId), ...(drawnId ? [drawnId] : [])])];
  const known = await loadGraphs(ctx, journey.id, counted);
  const graphs = [...known.values()].sort((left, right) => right.number - left.number);
  const draft = graphOf("", 0, journey.canvas);
  const drawn = (drawnId ? known.get(drawnId) : undefined) ?? draft;
  const { enrolled, active, completed, stopped, failed, converted, value } =
    enrollments.get(journey.id) ?? NO_ENROLLMENTS;
  return {
    version: versionId === null ? null : drawn.number,
    drawnVersion: numberOf(drawn),
    currency,
    totals: { enrolled, active, completed, stopped, failed, converted, value, ...movesOf(moves, versionId) },
    ...assembleStats({ drawn, graphs, draft, counts, moves, versionId, times }),
  };
}

const numberOf = ({ number }: Graph) => (number === 0 ? null : number);

/** People whom publishing moved to a version and from it; 0 for all versions together. */
function movesOf(moves: readonly MoveCount[], versionId: string | null): { movedIn: number; movedOut: number } {
  const sum = (side: "toVersionId" | "fromVersionId") =>
    moves.reduce((total, move) => total + (move[side] === versionId ? move.people : 0), 0);
  return { movedIn: sum("toVersionId"), movedOut: sum("fromVersionId") };
}
