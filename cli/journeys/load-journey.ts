import { type JourneyDraft, type Loss, type TransitionGraph, transitionGraph } from "#dialects";
import { answerOf, type JourneyDetail } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";

/** A journey as the server has it, and as the CLI shows it. */
export type LoadedJourney = {
  readonly journey: JourneyDetail;
  readonly draft: JourneyDraft;
  readonly graph: TransitionGraph;
  /** Parts of the journey that a transition graph cannot say; edits leave them as they are. */
  readonly losses: readonly Loss[];
};

/** Reads a journey by its id, key or number. */
export async function loadJourney({ server }: Cli, reference: string): Promise<LoadedJourney> {
  const params = { path: { id: reference } };
  return asGraph(answerOf(await server.api.GET("/api/journeys/{id}", { params })).data);
}

export function asGraph(journey: JourneyDetail): LoadedJourney {
  const { name, description, nodes, edges, settings, goalConfig, audienceId, allowAnonymous } = journey;
  const document = { nodes, edges, settings, goalConfig, audienceId, allowAnonymous };
  const draft: JourneyDraft = { name, description, document };
  const { foreign, losses } = transitionGraph.write(draft);
  return { journey, draft, graph: foreign, losses };
}

/** Archived is final in the CLI. */
export function requireNotArchived({ journey }: Pick<LoadedJourney, "journey">): void {
  if (journey.status !== "ARCHIVED") return;
  throw new CliError(EXIT.conflict, `${journey.name} (${journey.shortId}) is archived, which is final.`);
}

/** The drawing of a draft as the API takes it: the same, but that types of schemas say "or undefined" where a key may be absent. */
export const canvasOf = ({ document: { nodes, edges } }: JourneyDraft): Pick<JourneyDetail, "nodes" | "edges"> => ({
  nodes,
  edges: edges as JourneyDetail["edges"],
});
