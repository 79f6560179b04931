import type { JourneyStats } from "#sdk/node";
import type { LoadedJourney } from "./load-journey.ts";
import { statusOf } from "./status.ts";
import { actionText, transitionLine } from "./texts.ts";
import type { Warning } from "./warnings.ts";

type Totals = JourneyStats["totals"];

const figuresOf = ({ enrolled, active, completed, failed }: Totals) => ({ enrolled, active, completed, failed });

/** A journey for programs. */
export function journeyJson(
  { journey, graph, losses }: LoadedJourney,
  totals: Totals | null,
  warnings: readonly Warning[],
) {
  return {
    id: journey.shortId,
    key: journey.key,
    number: journey.number,
    status: statusOf(journey),
    ...(journey.pauseMode === null ? {} : { pauseMode: journey.pauseMode }),
    ...graph,
    reEntryPolicy: graph.reEntryPolicy ?? "skip",
    version: journey.publishedVersion?.number ?? null,
    hasUnpublishedChanges: journey.hasUnpublishedChanges,
    source: journey.source,
    ...(totals === null ? {} : { stats: figuresOf(totals) }),
    warnings,
    ...(losses.length === 0 ? {} : { notShown: losses }),
  };
}

/** Where the journey is kept; nothing where neither a file nor a choice says so. */
function sourceLines({ source: { truth, file } }: LoadedJourney["journey"]): string[] {
  return file === null && truth === "both" ? [] : [`Source: ${truth}${file === null ? "" : ` (${file.path})`}`];
}

/** A journey for people. */
export function journeyText(
  { journey, graph, losses }: LoadedJourney,
  totals: Totals,
  warnings: readonly Warning[],
): string {
  const { entryEvent, entryNode, entryConditions, nodes, transitions } = graph;
  const entry = entryEvent ?? "by hand";
  const unpublished =
    journey.status === "PUBLISHED" && journey.hasUnpublishedChanges ? ", with changes not published" : "";
  const paused = journey.pauseMode === null ? "" : ` (${journey.pauseMode})`;
  const head = [
    `${journey.name} (${journey.shortId})`,
    `Status: ${statusOf(journey)}${paused}${unpublished}`,
    `Entry: ${entry}${!entryNode ? "" : ` → ${entryNode}`}`,
    ...(entryConditions ? [`Entry conditions: ${JSON.stringify(entryConditions)}`] : []),
    `Re-entry: ${graph.reEntryPolicy ?? "skip"}`,
    ...sourceLines(journey),
    ...(journey.description === null ? [] : [journey.description]),
  ];
  const nodeLines = Object.entries(nodes).map(
    ([name, node]) => `${name}: ${actionText(node)}${node.terminal ? ", terminal" : ""}`,
  );
  const { enrolled, active, completed, failed } = figuresOf(totals);
  const blocks = [
    head,
    ["Nodes:", ...nodeLines],
    ["Transitions:", ...transitions.map(transitionLine)],
    [`Stats: ${enrolled} enrolled, ${active} active, ${completed} completed, ${failed} failed`],
    warnings.length === 0 ? [] : ["Warnings:", ...warnings.map(({ message }) => message)],
    losses.length === 0 ? [] : ["Not shown here (see the canvas):", ...losses.map(({ message }) => message)],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}
