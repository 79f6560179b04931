import { existsSync, readFileSync, rmSync } from "node:fs";
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
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
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
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (isAlive(pid) && !isPostgres(pid)) rmSync(file, { force: true });
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
