import { SojournProblem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { draftOfFile } from "../code/draft-of-file.ts";
import { type Finding, placeIn } from "../code/finding.ts";
import { readText } from "../code/read-values.ts";
import { type Mismatch, runScenario } from "../code/run-scenario.ts";
import { readScenarios, type ScenarioFile } from "../code/scenario.ts";
import { CliError, EXIT, exitCodeOf, Verdict } from "../exit-codes.ts";
import type { Register } from "../register.ts";

type Flags = { readonly dir: string; readonly server?: boolean };

export const test: Register = (command, bind) => {
  command
    .argument("<file...>", "Files of scenarios, as JSON or YAML")
    .option("--dir <folder>", "The folder of the journey files", "journeys")
    .option("--server", "Run them through the drafts of the server instead of the files")
    .action(bind(runFiles));
};

type Result = { readonly file: string; readonly scenario: string; readonly mismatches: readonly Mismatch[] };

async function runFiles(cli: Cli, files: readonly string[], flags: Flags): Promise<void> {
  const read: { readonly file: string; readonly scenarios: ScenarioFile }[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const { scenarios, findings: found } = readScenarios(file, await readText(cli, file));
    findings.push(...found);
    if (scenarios !== null) read.push({ file, scenarios });
  }
  if (findings.length > 0)
    throw new CliError(EXIT.validation, "The scenarios are not valid; none was run.", { findings });
  const results: Result[] = [];
  for (const { file, scenarios } of read) {
    const { journey, draft } = await draftOfFile(cli, scenarios.journey, flags.server ? null : flags.dir);
    for (const scenario of scenarios.scenarios)
      results.push({
        ...{ file, scenario: scenario.name },
        mismatches: await runScenario(cli, journey, draft, scenario).catch((error: Error) => {
          throw refused(error, placeIn(file, scenario.name));
        }),
      });
  }
  cli.output.data(results, () => results.flatMap(resultLines).join(""));
  const failed = results.filter(({ mismatches }) => mismatches.length > 0).length;
  if (failed > 0) throw new Verdict(EXIT.error, `${failed} of ${results.length} scenarios failed.`);
  cli.output.say(`${results.length} scenarios passed.`);
}

/** What the server refuses, with the scenario that it was asked for. */
function refused(error: Error, place: string): Error {
  if (!(error instanceof SojournProblem)) return error;
  const findings = error.errors.map(({ pointer, message }) => ({ pointer: `${place} ${pointer}`, message }));
  return new CliError(exitCodeOf(error), `${place} could not be run: ${error.message}`, { findings });
}

const resultLines = ({ file, scenario, mismatches }: Result): string[] => [
  `${mismatches.length === 0 ? "ok" : "failed"}  ${file}: ${scenario}\n`,
  ...mismatches.flatMap(({ what, expected, actual }) => [
    `  ${what} expected ${JSON.stringify(expected)}\n`,
    `  ${what} actual   ${JSON.stringify(actual)}\n`,
  ]),
];
