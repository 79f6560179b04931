import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const TICKS_PER_SECOND = 100;

/**
 * Seconds of processor time that this process and its PostgreSQL have used so far, whatever else the machine does; null
 * where there is no `/proc`. `folder` is the server's data folder. A backend that has ended counts with the postmaster.
 */
export async function processorTime(folder: string): Promise<number | null> {
  const { user, system } = process.cpuUsage();
  const server = await serverTicks(folder).catch(() => null);
  return server === null ? null : (user + system) / 1_000_000 + server / TICKS_PER_SECOND;
}

async function serverTicks(folder: string): Promise<number> {
  const postmaster = Number((await readFile(join(folder, "postmaster.pid"), "utf8")).split("\n", 1)[0]);
  const all = await Promise.all((await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(fieldsOf));
  return all.reduce((sum, fields) => {
    const [pid, parent] = [Number(fields[0]), Number(fields[2])];
    if (pid === postmaster) return sum + ticks(fields, [12, 13, 14, 15]);
    return parent === postmaster ? sum + ticks(fields, [12, 13]) : sum;
  }, 0);
}

const ticks = (fields: readonly string[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + Number(fields[place]), 0);

/** Fields of `/proc/<pid>/stat` without the name, which may hold spaces; a process that has ended gives none. */
async function fieldsOf(pid: string): Promise<string[]> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const end = line.lastIndexOf(")");
  return end < 0 ? [] : [pid, ...line.slice(end + 2).split(" ")];
}
