import type { DialectProblem, JourneyDraft } from "#dialects";
import { answerOf } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { canvasOf } from "../journeys/load-journey.ts";
import { differencesOf } from "./differences.ts";
import { type Finding, placeIn } from "./finding.ts";
import { countPeople } from "./head-count.ts";
import { type Lock, readLock } from "./lock-file.ts";
import { changesSincePull } from "./moved.ts";
import { PLAN_FORMAT, type Planned, type PlannedJourney } from "./plan.ts";
import { type JourneyFile, readJourneyFiles } from "./read-files.ts";
import { readNative } from "./read-native.ts";
import { findServerJourney, type Native, type ServerJourney } from "./server-journey.ts";

export type PlanOptions = { readonly named: readonly string[]; readonly dir: string; readonly prune: boolean };

/** Compares files with the server. Nothing is changed. */
export async function makePlan(cli: Cli, { named, dir, prune }: PlanOptions): Promise<Planned> {
  const { files, findings } = await readJourneyFiles(cli, named, dir);
  const lock = await readLock(cli);
  const journeys: PlannedJourney[] = [];
  for (const file of files) {
    const planned = await planFile(cli, file, lock);
    findings.push(...planned.findings);
    if (planned.journey !== null) journeys.push(planned.journey);
  }
  if (prune) journeys.push(...(await planPruning(cli, lock, files)));
  const madeAt = new Date(cli.terminal.now()).toISOString();
  return { plan: { format: PLAN_FORMAT, version: 1, madeAt, journeys }, findings };
}

type PlannedFile = { readonly journey: PlannedJourney | null; readonly findings: readonly Finding[] };

async function planFile(cli: Cli, { key, file, foreign }: JourneyFile, lock: Lock): Promise<PlannedFile> {
  const found = await findServerJourney(cli, key);
  // Fields of the journey that the file does not name stay as they are.
  const content: Native = { ...found?.native, ...foreign };
  const problems = await problemsOf(cli, content, found);
  const { draft, native } = readNative(content, found);
  if (found?.journey.status === "ARCHIVED")
    problems.push({ pointer: "", message: "is of a journey that is archived; restore it first" });
  if (draft !== null && problems.length === 0 && found?.journey.status === "PUBLISHED")
    problems.push(...(await runProblems(cli, found, draft, content)));
  const findings = problems.map(({ pointer, message }) => ({ pointer: placeIn(file, pointer), message }));
  if (native === null || findings.length > 0) return { journey: null, findings };
  const differences = found === null ? [] : differencesOf(found.native, native);
  const change = found === null ? "create" : differences.length > 0 ? "update" : "none";
  const journey: PlannedJourney = {
    ...{ key, file, change, differences, content },
    present: presentOf(found),
    people: found === null || change === "none" ? null : await countPeople(cli, found),
    moved: change === "none" ? [] : await changesSincePull(cli, key, lock[key], found),
  };
  return { journey, findings };
}

const presentOf = (found: ServerJourney | null): PlannedJourney["present"] => {
  if (found === null) return null;
  const { id, revision, status } = found.journey;
  return { id, revision, status, native: found.native };
};

/** What the server finds wrong with the file, as it would when importing it. */
async function problemsOf(cli: Cli, content: Native, found: ServerJourney | null): Promise<Finding[]> {
  const into = found === null ? {} : { into: found.journey.id };
  const body = { format: "native" as const, journey: content, dryRun: true, ...into };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/import", { body }));
  const isError = ({ severity }: Pick<DialectProblem, "severity">) => severity === "error";
  return data.problems.filter((problem) => isError(problem) || problem.pointer === "/audience");
}

/** Why an active journey could not run as the file says; its nodes are named by their places in the file. */
async function runProblems(cli: Cli, found: ServerJourney, draft: JourneyDraft, content: Native): Promise<Finding[]> {
  const params = { path: { id: found.journey.id } };
  const goalConfig = draft.document.goalConfig as null;
  const body = { ...canvasOf(draft), settings: draft.document.settings, goalConfig };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/{id}/validate", { params, body }));
  const names = new Map(draft.document.nodes.map(({ id, name }) => [id, name]));
  const nodes = content.nodes as readonly { readonly name: string }[];
  return data.problems
    .filter(({ severity }) => severity === "error")
    .map(({ nodeId, pointer, message }) => {
      const index = nodes.findIndex(({ name }) => name === names.get(nodeId ?? ""));
      return { pointer: index < 0 ? pointer : pointer.replace(/^\/nodes\/\d+/, `/nodes/${index}`), message };
    });
}

/** Journeys that were pulled before and whose files are gone. */
async function planPruning(cli: Cli, lock: Lock, files: readonly JourneyFile[]): Promise<PlannedJourney[]> {
  const planned: PlannedJourney[] = [];
  for (const [key, pulled] of Object.entries(lock)) {
    if (files.some((file) => file.key === key)) continue;
    const found = await findServerJourney(cli, key);
    if (found === null || found.journey.status === "ARCHIVED") continue;
    planned.push({
      ...{ key, file: pulled.file, change: "archive", differences: [], content: null },
      present: presentOf(found),
      people: await countPeople(cli, found),
      moved: await changesSincePull(cli, key, pulled, found),
    });
  }
  return planned;
}
