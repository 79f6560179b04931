import { answerOf, type JourneyDetail } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";

const ahead = new WeakMap<Cli, { readonly reference: string; readonly answer: Promise<JourneyDetail> }>();

/** A journey by its id, key or number. The parts that read its graph take as long to load as Node, and are not needed for this. */
export async function askJourney(cli: Cli, reference: string): Promise<JourneyDetail> {
  const asked = ahead.get(cli);
  ahead.delete(cli);
  if (asked?.reference === reference) return await asked.answer;
  return answerOf(await cli.server.api.GET("/api/journeys/{id}", { params: { path: { id: reference } } })).data;
}

/** Loads the code of a command while the server is asked for the journey that it works with; `askJourney` takes the answer. */
export async function loadedBeside<Code>(cli: Cli, reference: string, load: () => Promise<Code>): Promise<Code> {
  const answer = askJourney(cli, reference);
  // The command may have something else to refuse first.
  answer.catch(() => {});
  ahead.set(cli, { reference, answer });
  return await load();
}

/** Archived is final in the CLI. */
export function requireNotArchived({ journey }: { readonly journey: JourneyDetail }): void {
  if (journey.status !== "ARCHIVED") return;
  throw new CliError(EXIT.conflict, `${journey.name} (${journey.shortId}) is archived, which is final.`);
}
