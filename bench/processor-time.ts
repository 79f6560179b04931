import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const TICKS_PER_SECOND = 100;

/**
 * Seconds of processor time that this process and its PostgreSQL have used so far, whatever else the machine does; null
 * where there is no `/proc`. `folder` is the server's data folder. A backend that has ended counts with the postmaster.
 */
export async function processorTime(folder: string): Promise<number | null> {
  const parts = await processorParts(folder);
  return parts && parts.postgres + parts.main + parts.others;
}

/** Seconds of processor time so far, by where they were spent. */
export type ProcessorParts = {
  readonly postgres: number;
  /** The thread in which the product runs. */
  readonly main: number;
  /** The bench's other threads: garbage collection, compilation, clients of the bench. */
  readonly others: number;
};

/** The same in parts; call it in the main thread. */
export async function processorParts(folder: string): Promise<ProcessorParts | null> {
  const [all, main] = [secondsOf(process.cpuUsage()), secondsOf(process.threadCpuUsage())];
  const server = await serverTicks(folder).catch(() => null);
  return server === null ? null : { postgres: server / TICKS_PER_SECOND, main, others: all - main };
}

const secondsOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000_000;

/** Prints what was spent between two measurements, in microseconds for each of `amount` units. */
export function printParts(before: ProcessorParts | null, after: ProcessorParts | null, amount: number): void {
  if (before === null || after === null) return;
  const each = (of: (parts: ProcessorParts) => number) => (((of(after) - of(before)) * 1_000_000) / amount).toFixed(1);
  const all = each(({ postgres, main, others }) => postgres + main + others);
  const parts = `PostgreSQL ${each((p) => p.postgres)}, main thread ${each((p) => p.main)}, others ${each((p) => p.others)}`;
  console.log(`processor time: ${all} µs each (${parts})`);
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
