import { type JourneyDraft, type Loss, type TransitionGraph, transitionGraph } from "#dialects";
import type { JourneyDetail } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { askJourney } from "./ask-journey.ts";

/** A journey as the server has it, and as the CLI shows it. */
export type LoadedJourney = {
  readonly journey: JourneyDetail;
  readonly draft: JourneyDraft;
  readonly graph: TransitionGraph;
  /** Parts of the journey that a transition graph cannot say; edits leave them as they are. */
  readonly losses: readonly Loss[];
};

/** Reads a journey by its id, key or number. */
export const loadJourney = async (cli: Cli, reference: string): Promise<LoadedJourney> =>
  asGraph(await askJourney(cli, reference));

export function asGraph(journey: JourneyDetail): LoadedJourney {
  const { name, description, nodes, edges, settings, goalConfig, audienceId, allowAnonymous } = journey;
  const document = { nodes, edges, settings, goalConfig, audienceId, allowAnonymous };
  const draft: JourneyDraft = { name, description, document };
  const { foreign, losses } = transitionGraph.write(draft);
  return { journey, draft, graph: foreign, losses };
}

/** The drawing of a draft as the API takes it: the same, but that types of schemas say "or undefined" where a key may be absent. */
export const canvasOf = ({ document: { nodes, edges } }: JourneyDraft): Pick<JourneyDetail, "nodes" | "edges"> => ({
  nodes: nodes as JourneyDetail["nodes"],
  edges: edges as JourneyDetail["edges"],
});
