import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { answerOf, type JourneyDetail } from "#sdk/node";
import { readChoice } from "../arguments.ts";
import type { Cli } from "../cli.ts";
import { readDataTypes } from "../code/data-types.ts";
import { FORMATS, fileText } from "../code/file-text.ts";
import { localEdits } from "../code/local-edits.ts";
import { type Pulled, readLock, updateLock } from "../code/lock-file.ts";
import { asFile, findJourney, pulledFrom, type ServerJourney } from "../code/server-journey.ts";
import { journeySchemaFrom, writeSchemas } from "../code/write-schemas.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import type { Register } from "../register.ts";

type Flags = { readonly dir: string; readonly format: string; readonly force?: boolean };

export const pull: Register = (command, bind) => {
  command
    .argument("[journey...]", "Ids, keys or numbers; all that are not archived by default")
    .option("--dir <folder>", "Where the files are", "journeys")
    .option("--format <format>", `One of ${FORMATS.join(", ")}`, "json")
    .option("--force", "Also replace files that were changed since they were pulled")
    .action(bind(pullJourneys));
};

async function pullJourneys(cli: Cli, references: readonly string[], flags: Flags): Promise<void> {
  const format = readChoice("--format", flags.format, FORMATS);
  const journeys = references.length > 0 ? await findNamed(cli, references) : await listAll(cli);
  const lock = await readLock(cli);
  const texts = new Map<string, string>();
  const pulled: Record<string, Pulled> = {};
  const now: Record<string, ServerJourney> = {};
  for (const journey of journeys) {
    const found = await asFile(cli, journey);
    const file = join(flags.dir, `${journey.key}.${format}`);
    texts.set(file, fileText(format, found.native, { key: journey.key, schema: journeySchemaFrom(file) }));
    pulled[journey.key] = pulledFrom(found, file);
    now[journey.key] = found;
  }
  if (!flags.force) await refuseLocalEdits(cli, now, texts);
  const rows = Object.entries(pulled).map(([key, { file, hash, revision }]) => {
    const before = lock[key];
    const change = before === undefined ? "new" : before.hash === hash ? "same" : "changed";
    return { key, file, revision, change };
  });
  if (!cli.isPlan) {
    await write(cli, flags.dir, texts, { lock, pulled });
    await writeSchemas(cli, await readDataTypes(cli));
  }
  cli.output.table(rows, {
    heading: ["FILE", "REVISION", "CHANGE"],
    rows: rows.map(({ file, revision, change }) => [file, String(revision), change]),
  });
  cli.output.say(`${cli.isPlan ? "Would pull" : "Pulled"} ${rows.length} journeys into ${flags.dir}.`);
}

async function write(
  cli: Cli,
  dir: string,
  texts: ReadonlyMap<string, string>,
  {
    lock,
    pulled,
  }: { readonly lock: Readonly<Record<string, Pulled>>; readonly pulled: Readonly<Record<string, Pulled>> },
): Promise<void> {
  const { cwd } = cli.terminal;
  await mkdir(resolve(cwd, dir), { recursive: true });
  for (const [file, text] of texts) await writeFile(resolve(cwd, file), text);
  for (const [key, { file }] of Object.entries(pulled)) {
    const old = lock[key]?.file;
    // A journey has one file; one of the other format would contradict it.
    if (old !== undefined && old !== file) await rm(resolve(cwd, old), { force: true });
  }
  await updateLock(cli, pulled);
}

/** Files that say something else than what was pulled, and than what the server has. */
async function refuseLocalEdits(
  cli: Cli,
  now: Readonly<Record<string, ServerJourney>>,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const edited = await localEdits(cli, now, [...texts.keys()]);
  if (edited.length === 0) return;
  const findings = edited.map((file) => ({ pointer: file, message: "was changed and would be replaced" }));
  throw new CliError(EXIT.conflict, "Files were changed since they were pulled; nothing was written.", {
    findings,
    hint: "Apply them first, or replace them with --force.",
  });
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
