import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { makePlan } from "../code/make-plan.ts";
import { changesOf, type Planned } from "../code/plan.ts";
import { planText } from "../code/plan-text.ts";
import { CliError, EXIT, Verdict } from "../exit-codes.ts";
import type { Register } from "../register.ts";

type Flags = { readonly dir: string; readonly out?: string; readonly prune?: boolean; readonly force?: boolean };

export const plan: Register = (command, bind) => {
  command
    .argument("[file...]", "Journey files; all of the folder by default")
    .option("--dir <folder>", "The folder of the files", "journeys")
    .option("--out <file>", "Write the plan to this file, to apply exactly it")
    .option("--prune", "Also archive journeys that were pulled before and whose files are gone")
    .option("--force", "Also replace what was changed on the server since the pull")
    .action(bind(print));
};

async function print(
  cli: Cli,
  named: readonly string[],
  { dir, out, prune = false, force = false }: Flags,
): Promise<void> {
  const planned = await makePlan(cli, { named, dir, prune: prune && named.length === 0 });
  cli.output.data(planned.plan, () => planText(planned.plan));
  requireApplicable(planned, force);
  if (out !== undefined) await writeFile(resolve(cli.terminal.cwd, out), `${JSON.stringify(planned.plan, null, 2)}\n`);
  const changes = changesOf(planned.plan).length;
  if (changes > 0) throw new Verdict(EXIT.changes, `${changes} journeys would change.`);
  cli.output.say("The server is as the files say.");
}

/** Refuses a plan of files that are wrong, and one that would undo what others did since the pull. */
export function requireApplicable({ plan, findings }: Planned, force: boolean): void {
  if (findings.length > 0)
    throw new CliError(EXIT.validation, "The files are not valid; nothing was changed.", { findings });
  const moved = changesOf(plan).filter((journey) => journey.moved.length > 0);
  if (moved.length === 0 || force) return;
  throw new CliError(
    EXIT.conflict,
    "Journeys were changed on the server since they were pulled; nothing was changed.",
    {
      findings: moved.map(({ file, moved: changes }) => ({ pointer: file, message: changes.join(" ") })),
      hint: "Pull them and make your changes again, or replace what is there with --force.",
    },
  );
}
