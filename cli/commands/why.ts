import { answerOf, type Explanation } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { findPerson } from "../people/find-person.ts";
import type { Register } from "../register.ts";

export const why: Register = (command, bind) => {
  command
    .argument("<person>", "The person's id")
    .argument("<journey>", "The journey's id, key or number")
    .action(bind(explain));
};

async function explain(cli: Cli, reference: string, journey: string): Promise<void> {
  const { id: personId } = await findPerson(cli, reference);
  const params = { path: { id: journey }, query: { personId } };
  const { data } = answerOf(await cli.server.api.GET("/api/journeys/{id}/explain", { params }));
  cli.output.data(data, () => explanationText(data));
}

function explanationText({ sentence, waiting, reasons, wouldMove }: Explanation): string {
  const lines = [
    sentence,
    ...(waiting ? waiting.for.map(({ text, at }) => `Waits at ${waiting.name}: ${text}${at ? ` (${at})` : ""}`) : []),
    ...reasons.map(({ text, at }) => `- ${text}${at ? ` (${at})` : ""}`),
    ...(wouldMove.length === 0 ? [] : ["What would change this:", ...wouldMove.map((text) => `- ${text}`)]),
  ];
  return `${lines.join("\n")}\n`;
}
