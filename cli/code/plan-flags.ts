import type { Command } from "commander";
import { readChoice, readCount } from "../arguments.ts";
import { usage } from "../exit-codes.ts";
import { FATES, type FileMigration } from "./file-head.ts";
import { readTolerance, type Tolerance } from "./tolerance.ts";

/** The flags that `plan` and `apply` share. */
export type PlanFlags = {
  readonly dir: string;
  readonly prune?: boolean;
  readonly force?: boolean;
  readonly keep?: readonly string[];
  readonly stay?: readonly string[];
  readonly move?: readonly string[];
  readonly leave?: readonly string[];
  readonly others?: string;
  readonly perMinute?: string;
  readonly tolerance?: string;
};

export function planFlags(command: Command): Command {
  return command
    .option("--dir <folder>", "The folder of the files", "journeys")
    .option("--prune", "Also archive journeys that were pulled before and whose files are gone")
    .option("--keep <part...>", "Where a file and the server both changed a step, an edge or a field: take the file's")
    .option("--force", "Take the files as they are, and replace what was changed on the server since the pull")
    .option("--stay <step...>", "People on this step stay on their version, which is the default")
    .option("--move <step...>", "People on this step move to the new version: <step>, or <step>=<target>")
    .option("--leave <step...>", "People on this step leave the journey")
    .option("--others <fate>", `What happens to people on all other steps: ${FATES.join(", ")}`)
    .option("--per-minute <count>", "Move so many people a minute")
    .option(
      "--tolerance <drift>",
      "How far head-counts may drift until the plan is void, such as 5% or 20; exact by default",
    );
}

/** The options of a plan by its flags. */
export function readPlanFlags(flags: PlanFlags) {
  return {
    dir: flags.dir,
    force: flags.force ?? false,
    keep: new Set(flags.keep),
    migration: readMigration(flags),
    ...toleranceOf(flags),
  };
}

export const toleranceOf = ({ tolerance }: PlanFlags): { readonly tolerance?: Tolerance } =>
  tolerance === undefined ? {} : { tolerance: readTolerance(tolerance) };

function readMigration({ stay = [], move = [], leave = [], others, perMinute }: PlanFlags): FileMigration | null {
  const steps = [
    ...stay.map((name) => [name, "stay"] as const),
    ...leave.map((name) => [name, "leave"] as const),
    ...move.map((text) => {
      const [name = "", target] = text.split(/=(.*)/s);
      return [name, target === undefined ? ("move" as const) : { move: target }] as const;
    }),
  ];
  const names = steps.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw usage(`The step ${twice} is named twice by --stay, --move and --leave.`);
  const migration: FileMigration = {
    ...(steps.length === 0 ? {} : { steps: Object.fromEntries(steps) }),
    ...(others === undefined ? {} : { others: readChoice("--others", others, FATES) }),
    ...(perMinute === undefined ? {} : { perMinute: readCount("--per-minute", perMinute, 1_000_000) }),
  };
  return Object.keys(migration).length === 0 ? null : migration;
}
