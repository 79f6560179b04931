import { execFileSync } from "node:child_process";
import { sendOddRequests } from "../e2e/malformed/send-odd-requests.ts";
import { becomeOwner } from "../e2e/server/become-owner.ts";
import { startServer } from "../e2e/server/start-server.ts";
import { ensureBuild } from "../scripts/steps/build.ts";

/** Memory that caches and a warm heap may still take behind the first requests; a leak of a body or a tree a request is far more. */
const MAY_GROW_MB = 300;
const WARM_AFTER = 4_000;
const TOLD_EVERY = 2_000;

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);

/** Sends malformed and odd requests to a started server, and ends with 1 when one is not answered well or memory grows. */
async function run(): Promise<number> {
  await ensureBuild();
  const server = await startServer();
  try {
    const memory = () => residentMb(server.pid);
    let warm = memory();
    const began = performance.now();
    const { statuses, faults } = await sendOddRequests(
      { url: server.url, cookie: await becomeOwner(server), seed, count },
      (done) => {
        if (done === Math.min(WARM_AFTER, count)) warm = memory();
        if (done % TOLD_EVERY === 0) console.log(`after ${done}: ${memory()} MB`);
      },
    );
    const grown = memory() - warm;
    const seconds = (performance.now() - began) / 1_000;
    console.log(`${count} requests with seed ${seed} in ${seconds.toFixed(1)} s: ${JSON.stringify(statuses)}`);
    console.log(`memory: ${warm} MB after ${Math.min(WARM_AFTER, count)}, ${grown} MB more at the end`);
    for (const fault of faults) console.error(fault);
    if (grown > MAY_GROW_MB) console.error(`memory grew by ${grown} MB, more than ${MAY_GROW_MB} MB`);
    return faults.length > 0 || grown > MAY_GROW_MB ? 1 : 0;
  } finally {
    await server.stop();
  }
}

/** Resident memory of the server: of the process that was started and those below it, but for the database. */
function residentMb(pid: number): number {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,comm="], { encoding: "utf8" });
  const processes = listed
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .map(([id, parent, kilobytes, name = ""]) => ({
      id: Number(id),
      parent: Number(parent),
      kilobytes: Number(kilobytes),
      name,
    }));
  const below = (id: number): number =>
    processes
      .filter((one) => one.parent === id && !one.name.startsWith("postgres"))
      .reduce((sum, one) => sum + one.kilobytes + below(one.id), 0);
  const own = processes.find(({ id }) => id === pid)?.kilobytes ?? 0;
  return Math.round((own + below(pid)) / 1_024);
}

process.exitCode = await run();
