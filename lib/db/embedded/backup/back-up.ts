import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import postgres from "postgres";
import { copyFiles, flushFolder, writeText } from "./copy-file.ts";
import { CONTROL, listData, listPlain } from "./list-files.ts";
import { BackupError, type CopiedFile, DATABASE_FOLDER, FILES_FOLDER, MANIFEST, type Manifest } from "./manifest.ts";
import { unfinishedFolder } from "./unfinished.ts";

export type Backup = Omit<Manifest, "files"> & { readonly folder: string; readonly count: number };

/**
 * Copies the data folder of a running embedded PostgreSQL while it works, and the uploaded files, to the new folder `to`.
 * The copy is the database as it was when the copying ended. Nothing waits for it. `to` appears when it is complete; a
 * process that dies before leaves a folder beside it that the next backup removes. Throws `BackupError`.
 */
export async function backUpEmbedded(dataDir: string, url: string, to: string): Promise<Backup> {
  const target = resolve(to);
  if (existsSync(target)) throw new BackupError(`${target} exists already. Name a folder that does not.`);
  if (`${target}/`.startsWith(`${resolve(dataDir)}/`))
    throw new BackupError(`${target} is within the data folder. Name a folder outside of it.`);
  await mkdir(dirname(target), { recursive: true });
  const unfinished = await unfinishedFolder(target);
  await mkdir(unfinished, { mode: 0o700 });
  try {
    const manifest = await fill(dataDir, url, unfinished);
    await writeText(unfinished, MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
    await rename(unfinished, target);
    await flushFolder(dirname(target));
    const { files, ...about } = manifest;
    return { ...about, folder: target, count: files.length };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function fill(dataDir: string, url: string, unfinished: string): Promise<Manifest> {
  const startedAt = new Date().toISOString();
  const folder = join(dataDir, DATABASE_FOLDER);
  const database = await copyDatabase(folder, url, join(unfinished, DATABASE_FOLDER));
  // After the database, so that every file it names is there; files are never changed.
  const uploaded = join(dataDir, FILES_FOLDER);
  const files = await copyFiles(uploaded, join(unfinished, FILES_FOLDER), await listPlain(uploaded));
  const all = [...below(DATABASE_FOLDER, database), ...below(FILES_FOLDER, files)];
  return {
    format: 1,
    postgres: (await readFile(join(folder, "PG_VERSION"), "utf8")).trim(),
    startedAt,
    finishedAt: new Date().toISOString(),
    bytes: all.reduce((sum, file) => sum + file.bytes, 0),
    files: all,
  };
}

/**
 * Between start and stop the server writes whole pages to its log (WAL), so pages that change while they are read are made
 * right when the copy is opened. The slot keeps the segments from being recycled meanwhile; it ends with the connection.
 */
async function copyDatabase(folder: string, url: string, to: string): Promise<CopiedFile[]> {
  const sql = postgres(url, { max: 1, fetch_types: false, idle_timeout: 0, max_lifetime: null, onnotice: () => {} });
  try {
    await sql`select pg_create_physical_replication_slot(${`sojourn_backup_${process.pid}`}, true, true)`;
    await sql`select pg_backup_start('sojourn', fast => true)`;
    const { folders, files } = await listData(folder);
    for (const path of folders) await mkdir(join(to, path), { recursive: true, mode: 0o700 });
    const pages = [...(await copyFiles(folder, to, files)), ...(await copyFiles(folder, to, [CONTROL]))];
    const [stop] = await sql<{ label: string; last: string }[]>`
      select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(wait_for_archive => false)`;
    if (!stop) throw new BackupError("PostgreSQL did not say where the backup ends.");
    return [...pages, await writeText(to, "backup_label", stop.label), ...(await copyLog(folder, to, stop))];
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The segments of the log from the start of the backup to its end. Throws `BackupError` if one is missing. */
async function copyLog(
  folder: string,
  to: string,
  { label, last }: { label: string; last: string },
): Promise<CopiedFile[]> {
  const first = /^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)/m.exec(label)?.[1];
  if (!first) throw new BackupError("PostgreSQL did not say where the backup starts.");
  const names = (await readdir(join(folder, "pg_wal"))).filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last,
  );
  if (!names.includes(first) || !names.includes(last))
    throw new BackupError("The log of the time of the backup is not whole any more. Try again.");
  const copied = await copyFiles(
    folder,
    to,
    names.map((name) => join("pg_wal", name)),
  );
  if (copied.length < names.length) throw new BackupError("The log of the time of the backup went away. Try again.");
  return copied;
}

const below = (folder: string, files: readonly CopiedFile[]): CopiedFile[] =>
  files.map((file) => ({ ...file, path: join(folder, file.path) }));
