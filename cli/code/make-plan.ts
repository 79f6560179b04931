import type { DialectProblem, JourneyDraft } from "#dialects";
import { answerOf } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { canvasOf } from "../journeys/load-journey.ts";
import { type Difference, differencesOf } from "./differences.ts";
import type { FileMigration } from "./file-head.ts";
import { type Finding, placeIn } from "./finding.ts";
import { countMigration, countPeople } from "./head-count.ts";
import { type Lock, readLock } from "./lock-file.ts";
import { type MergeOptions, mergeFile } from "./merge-file.ts";
import { PLAN_FORMAT, PLAN_VERSION, type Planned, type PlannedJourney } from "./plan.ts";
import { planPruning, presentOf } from "./prune.ts";
import { type JourneyFile, readJourneyFiles } from "./read-files.ts";
import { readNative } from "./read-native.ts";
import { findServerJourney, type Native, type ServerJourney } from "./server-journey.ts";
import { EXACT, type Tolerance } from "./tolerance.ts";

export type PlanOptions = MergeOptions & {
  readonly named: readonly string[];
  readonly dir: string;
  readonly prune: boolean;
  readonly tolerance?: Tolerance;
  /** What flags say of the people inside; before what a file says. */
  readonly migration?: FileMigration | null;
};

/** Compares files with the server. Nothing is changed. */
export async function makePlan(cli: Cli, options: PlanOptions): Promise<Planned> {
  const { files, findings } = await readJourneyFiles(cli, options.named, options.dir);
  const lock = await readLock(cli);
  const journeys: PlannedJourney[] = [];
  for (const file of files) {
    const planned = await planFile(cli, file, lock, options);
    findings.push(...planned.findings);
    if (planned.journey !== null) journeys.push(planned.journey);
  }
  if (options.prune) journeys.push(...(await planPruning(cli, lock, files)));
  const madeAt = new Date(cli.terminal.now()).toISOString();
  const { tolerance = EXACT } = options;
  return { plan: { format: PLAN_FORMAT, version: PLAN_VERSION, madeAt, tolerance, journeys }, findings };
}

type PlannedFile = { readonly journey: PlannedJourney | null; readonly findings: readonly Finding[] };

async function planFile(cli: Cli, read: JourneyFile, lock: Lock, options: PlanOptions): Promise<PlannedFile> {
  const { key, file, foreign, head } = read;
  const found = await findServerJourney(cli, key);
  const at = (problems: readonly Finding[]) =>
    problems.map(({ pointer, message }) => ({ pointer: placeIn(file, pointer), message }));
  // Fields of the journey that the file does not name stay as they are.
  const stated: Native = { ...found?.native, ...foreign };
  const { wrong, notes } = await contentProblems(cli, stated, found);
  const mine = readNative(stated, found).native;
  if (mine === null || wrong.length > 0) return { journey: null, findings: at(wrong) };
  const merge = await mergeFile(
    cli,
    { key, file, value: { ...read.beside, ...foreign } },
    { mine, found, pulled: lock[key] },
    options,
  );
  // What the file says is sent as it is written, so that what is wrong with it is named by its place there.
  const content = merge.isMerged ? merge.content : stated;
  const problems =
    merge.isMerged && merge.conflicts.length === 0 ? (await contentProblems(cli, content, found)).wrong : [];
  const { draft, native } = readNative(content, found);
  if (draft !== null && problems.length === 0 && found?.journey.status === "PUBLISHED" && merge.conflicts.length === 0)
    problems.push(...(await runProblems(cli, found, draft, content)));
  if (native === null || problems.length > 0) return { journey: null, findings: at(problems) };
  const differences = found === null ? [] : [...differencesOf(found.native, native), ...sourceChange(found, read)];
  const change = found === null ? "create" : differences.length > 0 ? "update" : "none";
  const touched = change === "update" && found !== null ? await touchedBy(cli, found, draft, read, options) : UNTOUCHED;
  const journey: PlannedJourney = {
    ...{ key, file, change, differences, content, head, present: presentOf(found) },
    ...{ moved: merge.moved, conflicts: merge.conflicts, isMerged: merge.isMerged && change !== "none" },
    ...{ people: touched.people, migration: touched.migration },
    notes: [...notes.map(({ pointer, message }) => `${pointer}: ${message}`), ...touched.notes],
    blocked: change === "none" ? null : whyBlocked(found),
  };
  return { journey, findings: at(touched.problems) };
}

/** What the file says of where the journey may be changed, if that is another thing. */
function sourceChange({ journey }: ServerJourney, { head }: JourneyFile): Difference[] {
  const { truth } = journey.source;
  if (head.truth === undefined || head.truth === truth) return [];
  const fields = [{ path: "source", before: truth, after: head.truth }];
  return [{ part: "journey", name: "source", change: "changed", fields }];
}

function whyBlocked(found: ServerJourney | null): string | null {
  if (found?.journey.source.truth !== "console") return null;
  return "is kept in the console, so its file is only pulled; its settings say which source of truth it has";
}

type Touched = Pick<PlannedJourney, "people" | "migration" | "notes"> & { readonly problems: readonly Finding[] };
const UNTOUCHED: Touched = { people: null, migration: null, notes: [], problems: [] };

/** The people inside, and what happens to them where the journey is published. */
async function touchedBy(
  cli: Cli,
  found: ServerJourney,
  draft: JourneyDraft | null,
  { head }: JourneyFile,
  options: PlanOptions,
): Promise<Touched> {
  if (found.journey.status !== "PUBLISHED") return { ...UNTOUCHED, people: await countPeople(cli, found) };
  const migration = joined(head.migration, options.migration);
  const { people, decisions } = await countMigration(cli, found, draft, migration);
  return {
    ...{ people, migration },
    notes: decisions.unused.map((step) => `The migration names ${step}, on which nobody is.`),
    problems: decisions.problems.map(({ step, message }) => ({ pointer: `/migration/steps/${step}`, message })),
  };
}

/** Flags before what the file says, step by step. */
function joined(file: FileMigration | undefined, flags: FileMigration | null | undefined): FileMigration | null {
  if (!flags) return file ?? null;
  return { ...file, ...flags, steps: { ...file?.steps, ...flags.steps } };
}

type FileProblems = { readonly wrong: Finding[]; readonly notes: readonly Finding[] };

/** What the server finds wrong with the file, as it would when importing it; `notes`: what it would leave out. */
async function contentProblems(cli: Cli, content: Native, found: ServerJourney | null): Promise<FileProblems> {
  const into = found === null ? {} : { into: found.journey.id };
  const body = { format: "native" as const, journey: content, dryRun: true, ...into };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/import", { body }));
  const isWrong = ({ severity, pointer }: Pick<DialectProblem, "severity" | "pointer">) =>
    severity === "error" || pointer === "/audience";
  const archived =
    found?.journey.status === "ARCHIVED"
      ? [{ pointer: "", message: "is of a journey that is archived; restore it first" }]
      : [];
  return {
    wrong: [...data.problems.filter(isWrong), ...archived],
    notes: data.problems.filter((problem) => !isWrong(problem)),
  };
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
