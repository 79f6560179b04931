import type { Cli } from "../cli.ts";
import { applyPlan, type HandIn } from "../code/apply-plan.ts";
import { readPlan, requireAsPlanned } from "../code/check-plan.ts";
import { parseText } from "../code/file-text.ts";
import { makePlan } from "../code/make-plan.ts";
import { changesOf, type Plan } from "../code/plan.ts";
import { type PlanFlags, planFlags, readPlanFlags, toleranceOf } from "../code/plan-flags.ts";
import { planText } from "../code/plan-text.ts";
import { readText } from "../code/read-values.ts";
import { usage } from "../exit-codes.ts";
import type { Register } from "../register.ts";
import { requireApplicable } from "./plan.ts";

type Flags = PlanFlags & { readonly handIn?: string; readonly reason?: string };

export const apply: Register = (command, bind) => {
  planFlags(command.argument("[file...]", "A plan of `plan --out`, or journey files; all of the folder by default"))
    .option("--hand-in <title>", "Save the drafts, and hand in plans for a person to approve instead of publishing")
    .option("--reason <text>", "With --hand-in, why; for the person who decides")
    .action(bind(applyFiles));
};

async function applyFiles(cli: Cli, named: readonly string[], flags: Flags): Promise<void> {
  const handIn = handInOf(flags);
  const given = await readGivenPlan(cli, named);
  const plan = given ?? (await planNow(cli, named, flags));
  if (given !== null) await requireAsPlanned(cli, given, toleranceOf(flags).tolerance);
  const changes = changesOf(plan);
  const isBehind = plan.journeys.some(({ moved }) => moved.length > 0);
  if (changes.length === 0) {
    if (cli.output.json) cli.output.data(cli.isPlan ? plan : [], "");
    return cli.output.say(isBehind ? planText(plan).trimEnd() : "The server is as the files say.");
  }
  if (cli.isPlan) return cli.output.data(plan, () => planText(plan));
  cli.output.say(planText(plan).trimEnd());
  await cli.confirm(`Apply ${changes.length} changes?`);
  const archived = changes.filter(({ change }) => change === "archive").map(({ key }) => key);
  // Who is inside leaves, and there is no way back.
  if (archived.length > 0)
    await cli.confirm(`Archive ${archived.join(", ")}? Everybody inside leaves; there is no undo.`);
  const applied = await applyPlan(cli, plan, handIn);
  cli.output.table(applied, { heading: ["JOURNEY", "DONE"], rows: applied.map(({ key, done }) => [key, done]) });
  for (const { key, done } of applied) cli.output.say(`${key}: ${done}.`);
}

function handInOf({ handIn, reason }: Flags): HandIn | null {
  if (handIn === undefined && reason !== undefined) throw usage("--reason goes with --hand-in.");
  return handIn === undefined ? null : { title: handIn, ...(reason === undefined ? {} : { reason }) };
}

async function readGivenPlan(cli: Cli, named: readonly string[]): Promise<Plan | null> {
  const [file, ...others] = named;
  if (file === undefined || others.length > 0 || /\.ts$/i.test(file)) return null;
  const parsed = parseText(file, await readText(cli, file));
  return "value" in parsed ? readPlan(file, parsed.value) : null;
}

async function planNow(cli: Cli, named: readonly string[], flags: PlanFlags): Promise<Plan> {
  const { prune = false, force = false } = flags;
  const planned = await makePlan(cli, { ...readPlanFlags(flags), named, prune: prune && named.length === 0 });
  requireApplicable(planned, force);
  return planned.plan;
}
