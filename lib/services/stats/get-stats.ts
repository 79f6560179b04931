import type { Canvas } from "#journey";
import type { Context } from "#services";
import { countTrips, findJourney, type JourneyRow, NO_TRIPS, type TripCounts } from "#services/journeys";
import { countVisits, type Visits } from "./count-visits.ts";
import { knownElements, versionElements } from "./known-elements.ts";
import type { JourneyStats } from "./schema.ts";
import { measureTimeInNode, NO_TIME, type TimeInNode } from "./time-in-node.ts";

/**
 * Counts of a journey and of everything in it, over all versions or of one: `entered = waiting + advanced + exited +
 * failed`.
 */
export async function getStats(
  ctx: Context,
  reference: string,
  versionId: string | null = null,
): Promise<JourneyStats> {
  const journey = await findJourney(ctx, reference);
  const shown = versionId === null ? knownElements(ctx, journey) : versionElements(ctx, journey, versionId);
  const [canvas, times] = await Promise.all([shown, measureTimeInNode(ctx, journey.id, versionId)]);
  return countedStats(ctx, journey, canvas, times, versionId);
}

/** The part that changes from second to second. */
export async function countedStats(
  ctx: Context,
  journey: JourneyRow,
  canvas: Canvas,
  times: ReadonlyMap<string, TimeInNode>,
  versionId: string | null = null,
): Promise<JourneyStats> {
  const [trips, visits] = await Promise.all([
    countTrips(ctx, [journey.id], versionId),
    countVisits(ctx, journey.id, versionId),
  ]);
  const drawn = new Set(elementsOf(versionId === null ? journey.canvas : canvas).map((element) => element.id));
  const shown = (element: { id: string }) => drawn.has(element.id) || visits.has(element.id);
  return {
    totals: totalsOf(trips.get(journey.id) ?? NO_TRIPS),
    nodes: canvas.nodes.filter(shown).map((node) => ({
      nodeId: node.id,
      name: node.name,
      ...nodeCounts(visits.get(node.id)),
      timeInNode: times.get(node.id) ?? NO_TIME,
    })),
    transitions: canvas.edges.filter(shown).map((edge) => {
      const count = visits.get(edge.id)?.advanced ?? 0;
      const entered = visits.get(edge.sourceNodeId)?.entered ?? 0;
      return { edgeId: edge.id, name: edge.name, count, rate: entered === 0 ? 0 : count / entered };
    }),
  };
}

const elementsOf = ({ nodes, edges }: Canvas) => [...nodes, ...edges];

function totalsOf({ enrolled, active, completed, stopped, failed, converted }: TripCounts): JourneyStats["totals"] {
  return { enrolled, active, completed, stopped, failed, converted };
}

function nodeCounts(visits: Visits = { entered: 0, advanced: 0, exited: 0, failed: 0 }) {
  const { entered, advanced, exited, failed } = visits;
  return { entered, waiting: entered - advanced - exited - failed, advanced, exited, failed };
}
