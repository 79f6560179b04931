import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

/** Made again by the server when it starts, or of no use to another one: only the folder itself is kept. */
const EMPTIED = [
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
];
const LEFT_OUT = new Set(["postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map"]);
/** Copied last: it must not be older than the pages. */
export const CONTROL = "global/pg_control";

export type Listed = { readonly folders: readonly string[]; readonly files: readonly string[] };

/** What of a running server's data folder belongs into a backup beside `CONTROL`, as paths below it. */
export async function listData(folder: string): Promise<Listed> {
  const folders: string[] = [];
  const files: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (EMPTIED.some((emptied) => path.startsWith(`${emptied}/`)) || isTemporary(path)) continue;
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile() && !LEFT_OUT.has(path) && path !== CONTROL) files.push(path);
  }
  return { folders: [...folders, "pg_wal/archive_status"], files };
}

const isTemporary = (path: string): boolean => /(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*)(\/|$)/.test(path);

/** The files of any other folder; none if there is no such folder. */
export async function listPlain(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
