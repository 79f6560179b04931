import { answerOf, type Problem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import { askJourney } from "../journeys/ask-journey.ts";
import type { Register } from "../register.ts";

export const preflight: Register = (command, bind) => {
  command.argument("<journey>", "The journey's id, key or number").action(bind(check));
};

async function check(cli: Cli, reference: string): Promise<void> {
  const journey = await askJourney(cli, reference);
  const params = { path: { id: journey.id } };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/{id}/validate", { params }));
  const { problems, canPublish } = data;
  const names = new Map(journey.nodes.map(({ id, name }) => [id, name]));
  const place = ({ nodeId, field }: Problem) => [names.get(nodeId ?? ""), field].filter(Boolean).join(" ");
  cli.output.table(
    { id: journey.shortId, ...data },
    {
      heading: ["SEVERITY", "CODE", "WHERE", "MESSAGE"],
      rows: problems.map((problem) => [problem.severity, problem.code, place(problem), problem.message]),
    },
  );
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (!canPublish) throw new CliError(EXIT.validation, `${journey.name} cannot be activated: ${errors} errors.`);
  cli.output.say(`${journey.name} can be activated.`);
}
