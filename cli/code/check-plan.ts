import { sameJson } from "#dialects";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import type { Finding } from "./finding.ts";
import { countMigration, countPeople } from "./head-count.ts";
import { changesOf, type HeadCount, PLAN_FORMAT, PLAN_VERSION, type Plan, type PlannedJourney } from "./plan.ts";
import { readNative } from "./read-native.ts";
import { findServerJourney, type ServerJourney } from "./server-journey.ts";
import { driftOf, type Tolerance } from "./tolerance.ts";

/** The plan of a file that `plan --out` wrote; null if the value is something else. */
export function readPlan(file: string, value: unknown): Plan | null {
  const { format, version, journeys } = (value ?? {}) as Partial<Record<keyof Plan, unknown>>;
  if (format !== PLAN_FORMAT) return null;
  if (version === PLAN_VERSION && Array.isArray(journeys)) return value as Plan;
  throw new CliError(EXIT.validation, `${file} is a plan of another version of the CLI.`, { hint: "Plan again." });
}

/** Refuses a plan if a journey of it is not as it was, or its head-counts drifted too far; says of each what moved. */
export async function requireAsPlanned(cli: Cli, plan: Plan, tolerance: Tolerance = plan.tolerance): Promise<void> {
  const findings: Finding[] = [];
  for (const journey of changesOf(plan)) {
    const moved = await movedSince(cli, journey, tolerance);
    findings.push(...moved.map((message) => ({ pointer: journey.key, message })));
  }
  if (findings.length === 0) return;
  throw new CliError(EXIT.conflict, "The plan is void, as what it was made for has changed; nothing was changed.", {
    findings,
    hint: "Plan again.",
  });
}

async function movedSince(cli: Cli, planned: PlannedJourney, tolerance: Tolerance): Promise<string[]> {
  const { key, present, people } = planned;
  const found = await findServerJourney(cli, key);
  if (present === null) return found === null ? [] : ["the journey exists by now"];
  if (found === null) return ["the journey is not there any more"];
  const { id, revision, status } = found.journey;
  if (id !== present.id || !sameJson(found.native, present.native) || revision !== present.revision)
    return [`the journey has changed: revision ${present.revision}, now ${revision}`];
  if (status !== present.status) return [`the status was ${present.status}, now ${status}`];
  const now = await countNow(cli, found, planned);
  return people === null || now === null ? [] : driftOf(people, now, tolerance);
}

/** Counted as the plan did. */
async function countNow(cli: Cli, found: ServerJourney, planned: PlannedJourney): Promise<HeadCount | null> {
  const { change, content, migration, people } = planned;
  if (people === null) return null;
  if (change === "archive") return countPeople(cli, found, "leave");
  if (found.journey.status !== "PUBLISHED" || content === null) return countPeople(cli, found);
  return (await countMigration(cli, found, readNative(content, found).draft, migration)).people;
}
