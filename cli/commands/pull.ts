import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { answerOf, type JourneyDetail } from "#sdk/node";
import { readChoice } from "../arguments.ts";
import type { Cli } from "../cli.ts";
import { writeBase } from "../code/base-file.ts";
import { readDataTypes } from "../code/data-types.ts";
import { FORMATS } from "../code/file-text.ts";
import { readLock, updateLock } from "../code/lock-file.ts";
import { type PulledFile, pullFile } from "../code/pull-file.ts";
import { writeFileOf } from "../code/rewrite-file.ts";
import { findJourney } from "../code/server-journey.ts";
import { journeySchemaFrom, writeSchemas } from "../code/write-schemas.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import type { Register } from "../register.ts";

type Flags = {
  readonly dir: string;
  readonly format: string;
  readonly force?: boolean;
  readonly merge?: boolean;
  readonly keep?: readonly string[];
};

export const pull: Register = (command, bind) => {
  command
    .argument("[journey...]", "Ids, keys or numbers; all that are not archived by default")
    .option("--dir <folder>", "Where the files are", "journeys")
    .option("--format <format>", `One of ${FORMATS.join(", ")}`, "json")
    .option("--merge", "Merge what the server has into files that were changed since they were pulled")
    .option("--keep <part...>", "With --merge, where a file and the server both changed a part: keep the file's")
    .option("--force", "Also replace files that were changed since they were pulled")
    .action(bind(pullJourneys));
};

async function pullJourneys(cli: Cli, references: readonly string[], flags: Flags): Promise<void> {
  const { dir, merge = false, force = false } = flags;
  const format = readChoice("--format", flags.format, FORMATS);
  const journeys = references.length > 0 ? await findNamed(cli, references) : await listAll(cli);
  const lock = await readLock(cli);
  const pulled: PulledFile[] = [];
  for (const journey of journeys) {
    const file = join(dir, `${journey.key}.${format}`);
    const options = { merge, force, keep: new Set(flags.keep) };
    pulled.push(await pullFile(cli, journey, { file, format, lock }, options));
  }
  requireNoConflicts(pulled, merge);
  if (!cli.isPlan) {
    await write(cli, dir, pulled);
    await writeSchemas(cli, await readDataTypes(cli));
  }
  const rows = pulled.map(({ key, file, pulled: { revision }, change }) => ({ key, file, revision, change }));
  cli.output.table(rows, {
    heading: ["FILE", "REVISION", "CHANGE"],
    rows: rows.map(({ file, revision, change }) => [file, String(revision), change]),
  });
  cli.output.say(`${cli.isPlan ? "Would pull" : "Pulled"} ${rows.length} journeys into ${dir}.`);
}

async function write(cli: Cli, dir: string, pulled: readonly PulledFile[]): Promise<void> {
  const { cwd } = cli.terminal;
  const lock = await readLock(cli);
  await mkdir(resolve(cwd, dir), { recursive: true });
  for (const { key, file, format, content, native } of pulled) {
    await writeFileOf(cli, { file, format, schema: journeySchemaFrom(file) }, content);
    const old = lock[key]?.file;
    // A journey has one file; one of the other format would contradict it.
    if (old !== undefined && old !== file) await rm(resolve(cwd, old), { force: true });
    await writeBase(cli, key, native);
  }
  await updateLock(cli, Object.fromEntries(pulled.map(({ key, pulled: noted }) => [key, noted])));
}

/** Files that say something else than what was pulled, and than what the server has. */
function requireNoConflicts(pulled: readonly PulledFile[], merge: boolean): void {
  const findings = pulled.flatMap(({ conflicts }) => conflicts);
  if (findings.length === 0) return;
  throw new CliError(
    EXIT.conflict,
    merge
      ? "Files and the server changed the same parts; nothing was written."
      : "Files were changed since they were pulled; nothing was written.",
    {
      findings,
      hint: merge
        ? "Keep the file's side of a part with --keep <part>, or replace the files with --force."
        : "Apply them first, merge with --merge, or replace them with --force.",
    },
  );
}

async function findNamed(cli: Cli, references: readonly string[]): Promise<JourneyDetail[]> {
  const found: JourneyDetail[] = [];
  const missing: string[] = [];
  for (const reference of references) {
    const journey = await findJourney(cli, reference);
    if (journey === null) missing.push(reference);
    else if (!found.some(({ id }) => id === journey.id)) found.push(journey);
  }
  if (missing.length > 0) throw new CliError(EXIT.notFound, `There is no journey ${missing.join(", ")}.`);
  return found;
}

async function listAll(cli: Cli): Promise<JourneyDetail[]> {
  const ids: string[] = [];
  for (let page = 1; ; page++) {
    const query = { page, limit: 100 };
    const { data, meta } = answerOf(await cli.server.api.GET("/api/journeys", { params: { query } }));
    ids.push(...data.filter(({ status }) => status !== "ARCHIVED").map(({ id }) => id));
    if (page >= meta.totalPages) break;
  }
  return ids.length === 0 ? [] : findNamed(cli, ids);
}
