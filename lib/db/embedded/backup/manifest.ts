import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** Written last: a folder without it is no finished backup. */
export const MANIFEST = "sojourn-backup.json";
export const DATABASE_FOLDER = "postgres";
export const FILES_FOLDER = "files";

export type CopiedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

export type Manifest = {
  readonly format: 1;
  /** Of the data folder, as in its `PG_VERSION`. */
  readonly postgres: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly bytes: number;
  /** Below `postgres` and `files`. */
  readonly files: readonly CopiedFile[];
};

/** A backup that cannot be used, or a place where none can be made; the message says why. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** What a backup consists of. Throws `BackupError` if the folder is no finished backup of a known format. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => null);
  if (text === null) {
    const there = await stat(folder).catch(() => null);
    throw new BackupError(
      there ? `${folder} is no finished backup: it has no ${MANIFEST}.` : `There is no folder ${folder}.`,
    );
  }
  const read = parse(text);
  if (!isManifest(read)) throw new BackupError(`${join(folder, MANIFEST)} is damaged, or of a newer release.`);
  return read;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is Manifest {
  const read = value as Partial<Manifest> | null;
  return (
    read?.format === 1 &&
    typeof read.postgres === "string" &&
    Array.isArray(read.files) &&
    read.files.every(isCopiedFile)
  );
}

const isCopiedFile = (value: Partial<CopiedFile> | null): boolean =>
  typeof value?.path === "string" && typeof value.bytes === "number" && typeof value.sha256 === "string";
