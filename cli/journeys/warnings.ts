import { topologyWarnings } from "#dialects";
import type { Problem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import type { LoadedJourney } from "./load-journey.ts";

/** Findings of the server about how nodes are connected, which are said in the graph's words instead. */
const TOPOLOGY: ReadonlySet<string> = new Set(["no_trigger", "unreachable", "dead_end", "never_taken"]);

export type Warning = {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly node: string | null;
};

/** What is to be said of a journey: gaps in its graph are expected while it is paused, and hidden with `--quiet`. */
export function warningsOf({ flags }: Cli, loaded: LoadedJourney, problems: readonly Problem[]): Warning[] {
  const names = new Map(loaded.draft.document.nodes.map(({ id, name }) => [id, name]));
  const others = problems
    .filter(({ code }) => !TOPOLOGY.has(code))
    .map(({ code, severity, message, nodeId }) => ({ code, severity, message, node: names.get(nodeId ?? "") ?? null }));
  if (flags.quiet || loaded.journey.status === "PAUSED") return others;
  const gaps = topologyWarnings(loaded.draft).map((warning) => ({ ...warning, severity: "warning" }));
  return [...others, ...gaps];
}

/** Says them on stderr. */
export function sayProblems(cli: Cli, loaded: LoadedJourney, problems: readonly Problem[]): void {
  for (const { message } of warningsOf(cli, loaded, problems)) cli.output.say(`Warning: ${message}`);
}
