import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { restoredFolder, takeRestored } from "../cluster.ts";
import { readPostmaster } from "../postmaster.ts";
import { startEmbedded } from "../start.ts";
import { copyFiles, flushFolder } from "./copy-file.ts";
import { BackupError, DATABASE_FOLDER, FILES_FOLDER, type Manifest, readManifest } from "./manifest.ts";
import { unfinishedFolder } from "./unfinished.ts";

/** Of the embedded PostgreSQL of this release. */
const POSTGRES = "18";

/** Empty, or left by another start: the server makes them full. */
const NEEDED_FOLDERS = [
  "pg_wal/archive_status",
  ...["pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans"],
  ...["pg_tblspc", "pg_twophase", "pg_stat", "pg_commit_ts", "pg_logical/snapshots", "pg_logical/mappings"],
];

export type Restoring = {
  /** Keeps what is in the data folder under other names instead of refusing. */
  readonly replace: boolean;
  /** Runs on the restored database before it takes its place; what it throws ends the restore. */
  readonly check: (url: string) => Promise<void>;
};

export type Restored = Omit<Manifest, "files"> & { readonly kept: readonly string[] };

/**
 * Puts a backup into a data folder. Every file is compared with its hash, and the copy is opened once beside the data
 * folder, so a backup that cannot be used changes nothing. Throws `BackupError`.
 */
export async function restoreEmbedded(backup: string, dataDir: string, restoring: Restoring): Promise<Restored> {
  const { files, ...about } = await readManifest(backup);
  if (about.postgres !== POSTGRES)
    throw new BackupError(`The backup is of PostgreSQL ${about.postgres}; this release runs PostgreSQL ${POSTGRES}.`);
  const target = resolve(dataDir);
  refuseUse(target, restoring.replace);
  await mkdir(target, { recursive: true, mode: 0o700 });
  const unfinished = await unfinishedFolder(join(target, "restore"));
  try {
    await copyBack(backup, unfinished, files);
    const server = await startEmbedded(unfinished);
    await restoring.check(server.url).finally(() => server.stop());
    refuseUse(target, restoring.replace);
    return { ...about, kept: await exchange(unfinished, target) };
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function refuseUse(target: string, replace: boolean): void {
  const folder = join(target, DATABASE_FOLDER);
  if (readPostmaster(folder)) throw new BackupError(`Sojourn is running on ${target}. Stop it first.`);
  if (existsSync(folder) && !replace)
    throw new BackupError(
      `There is a database in ${target}. Add --replace to put it aside, or choose another SOJOURN_DATA_DIR.`,
    );
}

async function copyBack(backup: string, unfinished: string, files: Manifest["files"]): Promise<void> {
  const outside = files.find(({ path }) => !isWithin(path));
  if (outside) throw new BackupError(`The backup names ${outside.path}, which is outside of it.`);
  const copied = await copyFiles(
    backup,
    unfinished,
    files.map(({ path }) => path),
  );
  const hashes = new Map(copied.map(({ path, sha256 }) => [path, sha256]));
  const damaged = files.filter(({ path, sha256 }) => hashes.get(path) !== sha256);
  if (damaged.length > 0)
    throw new BackupError(
      `The backup is damaged: ${damaged.length} files differ or are missing, first ${damaged[0]?.path}.`,
    );
  for (const path of NEEDED_FOLDERS)
    await mkdir(join(unfinished, DATABASE_FOLDER, path), { recursive: true, mode: 0o700 });
}

const isWithin = (path: string): boolean =>
  (path.startsWith(`${DATABASE_FOLDER}/`) || path.startsWith(`${FILES_FOLDER}/`)) && !path.split("/").includes("..");

/** Puts what is there aside and the restored folders in its place; returns the names under which the former are kept. */
async function exchange(unfinished: string, target: string): Promise<string[]> {
  const at = new Date().toISOString().replace(/[:.]/g, "-");
  const kept: string[] = [];
  const putAside = async (name: string) => {
    if (!existsSync(join(target, name))) return;
    kept.push(join(target, `${name}.before-${at}`));
    await rename(join(target, name), join(target, `${name}.before-${at}`));
  };
  if (existsSync(join(unfinished, FILES_FOLDER))) {
    await putAside(FILES_FOLDER);
    await rename(join(unfinished, FILES_FOLDER), join(target, FILES_FOLDER));
  }
  // From here on a start finds the restored database, whichever of these steps this process reached.
  await rename(join(unfinished, DATABASE_FOLDER), restoredFolder(target));
  await putAside(DATABASE_FOLDER);
  takeRestored(target);
  await flushFolder(target);
  return kept;
}
