import { answerOf } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { askJourney } from "../../journeys/ask-journey.ts";
import { peopleIn } from "../../journeys/people-in.ts";
import type { Register } from "../../register.ts";

export const remove: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").action(bind(removeJourney));
};

async function removeJourney(cli: Cli, reference: string): Promise<void> {
  const journey = await askJourney(cli, reference);
  const { enrollments, active } = journey._count;
  const value = { id: journey.shortId, name: journey.name, enrollments, active };
  const what = `${journey.name} with ${enrollments === 1 ? "1 enrollment" : `${enrollments} enrollments`}`;
  if (cli.isPlan) return cli.output.data({ plan: "remove", ...value }, `Would delete ${what}. There is no undo.\n`);
  if (active > 0) await cli.confirm(`Delete ${what}? ${peopleIn(journey)}. There is no undo.`);
  const params = { path: { id: journey.id }, query: { permanent: "true" as const } };
  answerOf(await cli.server.api.DELETE("/api/journeys/{id}", { params }));
  cli.output.data({ removed: value }, "");
  cli.output.say(`Deleted ${what}. There is no undo.`);
}
