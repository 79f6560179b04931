import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What `postmaster.pid` says about the server of a data folder. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
  /** It shuts down, and while connections are open it may do so for ever. */
  readonly stopping: boolean;
};

/** The server that runs on a data folder, or `null`; a file left by a server that is gone counts as none. */
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
 * Removes a `postmaster.pid` whose number now belongs to some other program, which PostgreSQL would take for a server of
 * its own. A number that nobody has is left to PostgreSQL: it knows what to do, also when two start at once.
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

// A number is given out again, most of all in a restarted container: look at what runs under it now.
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
