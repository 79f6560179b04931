import { sameJson } from "#dialects";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import type { Finding } from "./finding.ts";
import { countPeople } from "./head-count.ts";
import { changesOf, PLAN_FORMAT, type Plan, type PlannedJourney } from "./plan.ts";
import { findServerJourney } from "./server-journey.ts";

/** The plan of a file that `plan --out` wrote; null if the value is something else. */
export function readPlan(file: string, value: unknown): Plan | null {
  const { format, version, journeys } = (value ?? {}) as Partial<Record<keyof Plan, unknown>>;
  if (format !== PLAN_FORMAT) return null;
  if (version === 1 && Array.isArray(journeys)) return value as Plan;
  throw new CliError(EXIT.validation, `${file} is a plan of another version of the CLI.`, { hint: "Plan again." });
}

/** Refuses a plan if a journey of it, or the number of people inside, is not as it was; says of each what moved. */
export async function requireAsPlanned(cli: Cli, plan: Plan): Promise<void> {
  const findings: Finding[] = [];
  for (const journey of changesOf(plan)) {
    const moved = await movedSince(cli, journey);
    if (moved !== null) findings.push({ pointer: journey.key, message: moved });
  }
  if (findings.length === 0) return;
  throw new CliError(EXIT.conflict, "The plan is void, as what it was made for has changed; nothing was changed.", {
    findings,
    hint: "Plan again.",
  });
}

async function movedSince(cli: Cli, { key, present, people }: PlannedJourney): Promise<string | null> {
  const found = await findServerJourney(cli, key);
  if (present === null) return found === null ? null : "the journey exists by now";
  if (found === null) return "the journey is not there any more";
  const { id, revision, status } = found.journey;
  if (id !== present.id || !sameJson(found.native, present.native) || revision !== present.revision)
    return `the journey has changed: revision ${present.revision}, now ${revision}`;
  if (status !== present.status) return `the status was ${present.status}, now ${status}`;
  const now = await countPeople(cli, found);
  if (people === null || now === null || people.inside === now.inside) return null;
  return `${people.inside} people were inside, now ${now.inside}`;
}
