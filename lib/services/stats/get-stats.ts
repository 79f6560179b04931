import type { Canvas } from "#journey";
import type { Context } from "#services";
import { countTrips, findJourney, type JourneyRow, NO_TRIPS, type TripCounts } from "#services/journeys";
import { countVisits, type Visits } from "./count-visits.ts";
import { knownElements } from "./known-elements.ts";
import type { JourneyStats } from "./schema.ts";
import { measureTimeInNode, NO_TIME, type TimeInNode } from "./time-in-node.ts";

/** Counts of a journey and of everything in it, over all versions: `entered = waiting + advanced + exited + failed`. */
export async function getStats(ctx: Context, reference: string): Promise<JourneyStats> {
  const journey = await findJourney(ctx, reference);
  const [canvas, times] = await Promise.all([knownElements(ctx, journey), measureTimeInNode(ctx, journey.id)]);
  return countedStats(ctx, journey, canvas, times);
}

/** The part that changes from second to second. */
export async function countedStats(
  ctx: Context,
  journey: JourneyRow,
  canvas: Canvas,
  times: ReadonlyMap<string, TimeInNode>,
): Promise<JourneyStats> {
  const [trips, visits] = await Promise.all([countTrips(ctx, [journey.id]), countVisits(ctx, journey.id)]);
  const drawn = new Set([...journey.canvas.nodes, ...journey.canvas.edges].map((element) => element.id));
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

function totalsOf({ enrolled, active, completed, stopped, failed, converted }: TripCounts): JourneyStats["totals"] {
  return { enrolled, active, completed, stopped, failed, converted };
}

function nodeCounts(visits: Visits = { entered: 0, advanced: 0, exited: 0, failed: 0 }) {
  const { entered, advanced, exited, failed } = visits;
  return { entered, waiting: entered - advanced - exited - failed, advanced, exited, failed };
}
