import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { makePlan } from "../code/make-plan.ts";
import { changesOf, type Planned } from "../code/plan.ts";
import { type PlanFlags, planFlags, readPlanFlags } from "../code/plan-flags.ts";
import { planText } from "../code/plan-text.ts";
import { CliError, EXIT, Verdict } from "../exit-codes.ts";
import type { Register } from "../register.ts";

type Flags = PlanFlags & { readonly out?: string };

export const plan: Register = (command, bind) => {
  planFlags(command.argument("[file...]", "Journey files; all of the folder by default"))
    .option("--out <file>", "Write the plan to this file, to apply exactly it")
    .action(bind(print));
};

async function print(cli: Cli, named: readonly string[], flags: Flags): Promise<void> {
  const { out, prune = false, force = false } = flags;
  const planned = await makePlan(cli, { ...readPlanFlags(flags), named, prune: prune && named.length === 0 });
  cli.output.data(planned.plan, () => planText(planned.plan));
  requireApplicable(planned, force);
  if (out !== undefined) await writeFile(resolve(cli.terminal.cwd, out), `${JSON.stringify(planned.plan, null, 2)}\n`);
  const changes = changesOf(planned.plan).length;
  if (changes > 0) throw new Verdict(EXIT.changes, `${changes} journeys would change.`);
  const isBehind = planned.plan.journeys.some(({ moved }) => moved.length > 0);
  cli.output.say(isBehind ? "The files have nothing to change on the server." : "The server is as the files say.");
}

/** Refuses a plan of files that are wrong, and one that would undo what others did since the pull. */
export function requireApplicable({ plan, findings }: Planned, force: boolean): void {
  if (findings.length > 0)
    throw new CliError(EXIT.validation, "The files are not valid; nothing was changed.", { findings });
  const blocked = changesOf(plan).flatMap(({ file, blocked: why }) =>
    why === null ? [] : [{ pointer: file, message: why }],
  );
  if (blocked.length > 0)
    throw new CliError(EXIT.conflict, "Journeys are kept elsewhere than in these files; nothing was changed.", {
      findings: blocked,
      hint: "Pull them, or choose another source of truth in their settings.",
    });
  const moved = changesOf(plan).filter(({ conflicts }) => conflicts.length > 0);
  if (moved.length === 0 || force) return;
  throw new CliError(
    EXIT.conflict,
    "Files and the server were both changed since the pull, and cannot be merged; nothing was changed.",
    {
      findings: moved.flatMap(({ file, conflicts }) => conflicts.map((message) => ({ pointer: file, message }))),
      hint: "Take the file's side of a part with --keep <part>, replace all of the server's with --force, or pull again.",
    },
  );
}
