import { answerOf, type JourneyDetail, SojournProblem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, EXIT, exitCodeOf } from "../exit-codes.ts";
import { writeBase } from "./base-file.ts";
import { countMigration } from "./head-count.ts";
import { updateLock } from "./lock-file.ts";
import { changesOf, type Plan, type PlannedJourney } from "./plan.ts";
import { rewriteFile } from "./rewrite-file.ts";
import { asFile, pulledFrom } from "./server-journey.ts";
import { whereKept } from "./where-kept.ts";

export type Applied = { readonly key: string; readonly done: string };

/** A plan for a person to approve, in place of publishing at once. */
export type HandIn = { readonly title: string; readonly reason?: string };

/** Does what a plan says, journey by journey; where one fails, the error says which were done before it. */
export async function applyPlan(cli: Cli, plan: Plan, handIn: HandIn | null = null): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const journey of changesOf(plan)) {
    try {
      applied.push({ key: journey.key, done: await applyOne(cli, journey, handIn) });
    } catch (error) {
      throw failure(error, journey, applied);
    }
  }
  return applied;
}

function failure(error: unknown, { key, file }: PlannedJourney, applied: readonly Applied[]): CliError {
  const done = applied.map((one) => `${one.key} (${one.done})`).join(", ");
  const message = `${key} failed: ${(error as Error).message} Applied before it: ${done || "nothing"}.`;
  const problems = error instanceof SojournProblem ? error.errors : [];
  const findings = problems.map(({ pointer, message: text }) => ({ pointer: `${file}#${pointer}`, message: text }));
  return new CliError(exitCodeOf(error), message, { findings, hint: "Run `sojourn plan` for what is left." });
}

async function applyOne(cli: Cli, planned: PlannedJourney, handIn: HandIn | null): Promise<string> {
  if (planned.change === "archive") return archive(cli, planned);
  const saved = await save(cli, planned);
  await note(cli, planned, saved);
  if (planned.present === null) return "created as a draft";
  if (saved.status !== "PUBLISHED" || !saved.hasUnpublishedChanges) return "saved";
  return handIn === null ? publish(cli, planned, saved) : handInPlan(cli, planned, saved, handIn);
}

async function save(cli: Cli, { key, file, head, present, content }: PlannedJourney): Promise<JourneyDetail> {
  const target = present === null ? { key } : { into: present.id, revision: present.revision };
  const truth = head.truth === undefined ? {} : { truth: head.truth };
  const kept = { ...whereKept(cli, file, head), ...truth };
  const body = { format: "native" as const, journey: content, file: kept, ...target };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/import", { body }));
  if (data.journey === null) throw new Error("The server stored nothing.");
  return data.journey;
}

/**
 * Noted before publishing, so that a failure there is no change by others in the next plan. A file that was merged is
 * written before: if it were noted alone, the next plan would undo what was merged.
 */
async function note(cli: Cli, { key, file, isMerged }: PlannedJourney, saved: JourneyDetail): Promise<void> {
  const found = await asFile(cli, saved);
  if (isMerged) await rewriteFile(cli, file, found.native);
  await writeBase(cli, key, found.native);
  await updateLock(cli, { [key]: pulledFrom(found, file) });
}

/** Publishes with the migration that was planned. */
async function publish(cli: Cli, { migration: asked }: PlannedJourney, saved: JourneyDetail): Promise<string> {
  const { id, revision } = saved;
  const params = { path: { id } };
  return sayingSaved("published", async () => {
    const body = { revision, ...(await migrationOf(cli, saved, asked)) };
    const { data, operation } = answerOf(await cli.server.api.POST("/api/journeys/{id}/publish", { params, body }));
    const moved = operation === null ? "" : "; people are moved";
    return `published as version ${data.publishedVersion?.number}${moved}`;
  });
}

/** Asks a person to publish, with the migration that was planned. */
async function handInPlan(
  cli: Cli,
  { migration: asked }: PlannedJourney,
  saved: JourneyDetail,
  { title, reason }: HandIn,
): Promise<string> {
  const { id: journeyId, revision } = saved;
  return sayingSaved("handed in", async () => {
    const about = { journeyId, title, revision, includePresent: false, ...(reason === undefined ? {} : { reason }) };
    const body = { ...about, ...(await migrationOf(cli, saved, asked)) };
    const { data } = answerOf(await cli.server.api.POST("/api/plans", { body }));
    return `handed in as the plan ${data.id}; a person approves it under Plans`;
  });
}

/** In terms of the steps on which people are now. */
async function migrationOf(cli: Cli, saved: JourneyDetail, asked: PlannedJourney["migration"]) {
  if (asked === null) return {};
  const { migration, problems } = (await countMigration(cli, await asFile(cli, saved), null, asked)).decisions;
  const [wrong] = problems;
  if (wrong) throw new CliError(EXIT.conflict, wrong.message);
  return migration === null ? {} : { migration };
}

/** The draft is saved by then, which an error has to say. */
async function sayingSaved(what: string, act: () => Promise<string>): Promise<string> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error)
      error.message = `The draft is saved but not ${what}: ${error.message} Publish it with \`sojourn journey activate\`.`;
    throw error;
  }
}

async function archive(cli: Cli, { key, present }: PlannedJourney): Promise<string> {
  const params = { path: { id: present?.id ?? key } };
  answerOf(await cli.server.api.DELETE("/api/journeys/{id}", { params }));
  await updateLock(cli, { [key]: null });
  await writeBase(cli, key, null);
  return "archived";
}
