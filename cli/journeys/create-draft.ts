import type { JourneyDraft } from "#dialects";
import { answerOf, type Site } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { JOURNEY_HEADING, journeyRow } from "../commands/journey/list.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import { commandLine } from "../quote.ts";
import { journeyJson } from "./journey-view.ts";
import { asGraph, canvasOf } from "./load-journey.ts";
import { sayProblems, warningsOf } from "./warnings.ts";

/** Creates a journey on the server, prints it, and says what was done and how to reverse it. */
export async function createDraft(cli: Cli, draft: JourneyDraft, key: string | undefined, done: string): Promise<void> {
  const { settings, goalConfig, allowAnonymous } = draft.document;
  const { id: siteId } = await firstSite(cli);
  const body = {
    name: draft.name,
    description: draft.description,
    siteId,
    ...canvasOf(draft),
    settings,
    ...(goalConfig === null ? {} : { goalConfig: goalConfig as { type: "event"; config: Record<string, unknown> } }),
    allowAnonymous,
    ...(key === undefined ? {} : { key }),
  };
  const { data, warnings } = answerOf(await cli.server.api.POST("/api/journeys", { body }));
  const loaded = asGraph(data);
  const value = journeyJson(loaded, null, warningsOf(cli, loaded, warnings));
  cli.output.table(value, { heading: JOURNEY_HEADING, rows: [journeyRow(data)] });
  cli.output.say(done);
  sayProblems(cli, loaded, warnings);
  cli.output.undo(commandLine("journey", "remove", data.shortId));
}

/** Journeys of the CLI belong to the workspace's first site. */
async function firstSite({ server }: Cli): Promise<Site> {
  const { data } = answerOf(await server.api.GET("/api/sites", { params: { query: { limit: 100 } } }));
  const [first] = [...data].sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
  if (first) return first;
  throw new CliError(EXIT.conflict, "The workspace has no site yet.", { hint: "Add one under Settings → Sites." });
}
