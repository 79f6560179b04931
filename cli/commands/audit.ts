import { answerOf } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import { askJourney } from "../journeys/ask-journey.ts";
import type { Register } from "../register.ts";

export const audit: Register = (command, bind) => {
  command.argument("[journey]", "Only this journey").action(bind(check));
};

async function check(cli: Cli, reference: string | undefined): Promise<void> {
  const query = reference === undefined ? {} : { journeyId: (await askJourney(cli, reference)).id };
  const { data } = answerOf(await cli.server.api.GET("/api/audit", { params: { query } }));
  const { accounted, signals, findings, enrollments } = data;
  const rows = [
    ["enrollments", enrollments],
    ...Object.entries(accounted),
    ["signalsWaiting", signals.waiting],
    ["signalsKept", signals.kept],
    ["findings", findings.length],
  ].map(([name, count]) => [String(name), String(count)]);
  cli.output.table(data, { heading: ["WHAT", "COUNT"], rows });
  if (findings.length === 0) return cli.output.say("Every enrollment is accounted for.");
  throw new CliError(EXIT.error, `${findings.length} findings:`, {
    findings: findings.map(({ code, text }) => ({ pointer: code, message: text })),
  });
}
