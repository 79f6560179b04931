import { answerOf, type JourneyDetail, SojournProblem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, exitCodeOf } from "../exit-codes.ts";
import { updateLock } from "./lock-file.ts";
import { changesOf, type Plan, type PlannedJourney } from "./plan.ts";
import { asFile, pulledFrom } from "./server-journey.ts";

export type Applied = { readonly key: string; readonly done: string };

/** Does what a plan says, journey by journey; where one fails, the error says which were done before it. */
export async function applyPlan(cli: Cli, plan: Plan): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const journey of changesOf(plan)) {
    try {
      applied.push({ key: journey.key, done: await applyOne(cli, journey) });
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

async function applyOne(cli: Cli, planned: PlannedJourney): Promise<string> {
  if (planned.change === "archive") return archive(cli, planned);
  const saved = await save(cli, planned);
  await note(cli, planned, saved);
  if (planned.present === null) return "created as a draft";
  if (saved.status !== "PUBLISHED" || !saved.hasUnpublishedChanges) return "saved";
  const published = await publish(cli, saved);
  return `published as version ${published.publishedVersion?.number}`;
}

async function save(cli: Cli, { key, present, content }: PlannedJourney): Promise<JourneyDetail> {
  const target = present === null ? { key } : { into: present.id, revision: present.revision };
  const body = { format: "native" as const, journey: content, ...target };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/import", { body }));
  if (data.journey === null) throw new Error("The server stored nothing.");
  return data.journey;
}

/** Noted before publishing, so that a failure there is no change by others in the next plan. */
async function note(cli: Cli, { key, file }: PlannedJourney, saved: JourneyDetail): Promise<void> {
  await updateLock(cli, { [key]: pulledFrom(await asFile(cli, saved), file) });
}

async function publish({ server }: Cli, { id, revision }: JourneyDetail): Promise<JourneyDetail> {
  const params = { path: { id } };
  try {
    return answerOf(await server.api.POST("/api/journeys/{id}/publish", { params, body: { revision } })).data;
  } catch (error) {
    if (error instanceof Error)
      error.message = `The draft is saved but not published: ${error.message} Publish it with \`sojourn journey activate\`.`;
    throw error;
  }
}

async function archive(cli: Cli, { key, present }: PlannedJourney): Promise<string> {
  const params = { path: { id: present?.id ?? key } };
  answerOf(await cli.server.api.DELETE("/api/journeys/{id}", { params }));
  await updateLock(cli, { [key]: null });
  return "archived";
}
