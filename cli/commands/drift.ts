import type { Cli } from "../cli.ts";
import { differencesOf } from "../code/differences.ts";
import { makePlan } from "../code/make-plan.ts";
import { changesOf } from "../code/plan.ts";
import { differenceLines } from "../code/plan-text.ts";
import { CliError, EXIT, Verdict } from "../exit-codes.ts";
import type { Register } from "../register.ts";

type Flags = { readonly dir: string };

export const drift: Register = (command, bind) => {
  command
    .argument("[file...]", "Journey files; all of the folder by default")
    .option("--dir <folder>", "The folder of the files", "journeys")
    .action(bind(print));
};

/** The comparison of `plan`, told from the files: what the server has otherwise. */
async function print(cli: Cli, named: readonly string[], { dir }: Flags): Promise<void> {
  const { plan, findings } = await makePlan(cli, { named, dir, prune: false, force: true, keep: new Set() });
  if (findings.length > 0) throw new CliError(EXIT.validation, "The files are not valid.", { findings });
  const drifted = changesOf(plan).map(({ key, file, present, content, moved }) => ({
    ...{ key, file, isMissing: present === null, changedSincePull: moved },
    differences: present === null || content === null ? [] : differencesOf(content, present.native),
  }));
  cli.output.data(drifted, () =>
    drifted
      .flatMap(({ key, file, isMissing, changedSincePull, differences }) => [
        isMissing ? `${key} is not on the server (${file})` : `${key} differs from ${file}`,
        ...differences.flatMap(differenceLines),
        ...changedSincePull.map((line) => `  ! ${line}`),
      ])
      .map((line) => `${line}\n`)
      .join(""),
  );
  if (drifted.length > 0) throw new Verdict(EXIT.changes, `${drifted.length} journeys differ from their files.`);
  cli.output.say("The server is as the files say.");
}
