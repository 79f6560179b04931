import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The contents of the `postmaster.pid` of a data folder. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
  /** It is shutting down, which may take forever while connections are open. */
  readonly stopping: boolean;
};

/** The server that runs on a data folder, or `null`; a stale file is ignored. */
export function readPostmaster(folder: string): Postmaster | null {
  const text = readPidFile(folder);
  if (text === null) return null;
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid)) return null;
  const status = lines[7]?.trim();
  return { pid, port: Number(lines[3]), ready: status === "ready", stopping: status === "stopping" };
}

/**
 * Removes a `postmaster.pid` whose process id now belongs to another program, which PostgreSQL would take for a server.
 * If no process has the id, PostgreSQL handles the file itself, also when two start at once.
 */
export function dropForeignPidFile(folder: string): void {
  const text = readPidFile(folder);
  if (text === null) return;
  const pid = Number(text.split("\n")[0]);
  if (isAlive(pid) && !isPostgres(pid)) rmSync(pidFile(folder), { force: true });
}

const pidFile = (folder: string): string => join(folder, "postmaster.pid");

/** `null`: there is none. A server that ends removes it at any moment, so it is not looked for before it is read. */
function readPidFile(folder: string): string | null {
  try {
    return readFileSync(pidFile(folder), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// Process ids are reused, especially in a restarted container, so the program with this id is checked.
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return /^Name:\s+postgres$/m.test(status) && !/^State:\s+Z/m.test(status);
  } catch {
    return false;
  }
}
