import { answerOf, type JourneyStats } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { type LoadedJourney, loadJourney } from "../../journeys/load-journey.ts";
import type { Register } from "../../register.ts";
import { alignedTable } from "../../table.ts";

export const analytics: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").action(bind(showAnalytics));
};

async function showAnalytics(cli: Cli, reference: string): Promise<void> {
  const loaded = await loadJourney(cli, reference);
  const params = { path: { id: loaded.journey.id } };
  const { data } = answerOf(await cli.server.api.GET("/api/journeys/{id}/stats", { params }));
  const figures = figuresOf(loaded, data);
  cli.output.data(figures, () => textOf(loaded, figures));
}

/** The figures of the nodes and transitions that the graph shows: not of the trigger or of exits behind terminal nodes. */
function figuresOf({ journey, graph, draft }: LoadedJourney, { totals, nodes, transitions }: JourneyStats) {
  const { enrolled, active, completed, stopped, failed } = totals;
  const names = new Map(draft.document.nodes.map(({ id, name }) => [id, name]));
  const edges = new Map(draft.document.edges.map(({ id, name }) => [id, name]));
  const shown = new Map(graph.transitions.map((transition) => [transition.name, transition]));
  return {
    id: journey.shortId,
    totals: { enrolled, active, completed, stopped, failed },
    nodes: nodes.flatMap(({ nodeId, entered, waiting, advanced, exited, failed: failures, timeInNode }) => {
      const name = names.get(nodeId) ?? "";
      if (!Object.hasOwn(graph.nodes, name)) return [];
      return [{ node: name, entered, waiting, advanced, exited, failed: failures, timeInNodeSeconds: timeInNode }];
    }),
    transitions: transitions.flatMap(({ edgeId, count, rate }) => {
      const transition = shown.get(edges.get(edgeId) ?? "");
      return transition
        ? [{ transition: transition.name ?? "", from: transition.from, to: transition.to, count, rate }]
        : [];
    }),
  };
}

type Figures = ReturnType<typeof figuresOf>;

const NODES = ["NODE", "ENTERED", "WAITING", "ADVANCED", "EXITED", "FAILED", "MEDIAN", "P90", "MEAN"];
const TRANSITIONS = ["TRANSITION", "FROM", "TO", "COUNT", "RATE"];

function textOf({ journey }: LoadedJourney, { totals, nodes, transitions }: Figures): string {
  const { enrolled, active, completed, stopped, failed } = totals;
  const nodeRows = nodes.map(({ node, entered, waiting, advanced, exited, failed: failures, timeInNodeSeconds }) => [
    node,
    ...[entered, waiting, advanced, exited, failures].map(String),
    ...[timeInNodeSeconds.p50, timeInNodeSeconds.p90, timeInNodeSeconds.mean].map(timeText),
  ]);
  const transitionRows = transitions.map(({ transition, from, to, count, rate }) => [
    transition,
    from,
    to,
    String(count),
    `${(rate * 100).toFixed(1)} %`,
  ]);
  return [
    `${journey.name} (${journey.shortId})\n`,
    `Totals: ${enrolled} enrolled, ${active} active, ${completed} completed, ${stopped} stopped, ${failed} failed\n\n`,
    alignedTable(NODES, nodeRows),
    "\n",
    alignedTable(TRANSITIONS, transitionRows),
  ].join("");
}

const UNITS: readonly (readonly [number, string])[] = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "m"],
];

/** Seconds for people: `2.5 d`, `40 m`, `12 s`; `-` where nothing was measured. */
function timeText(seconds: number | null): string {
  if (seconds === null) return "-";
  const [size = 1, unit = "s"] = UNITS.find(([least]) => seconds >= least) ?? [];
  return `${Number((seconds / size).toFixed(1))} ${unit}`;
}
