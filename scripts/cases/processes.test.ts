import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caseCount } from "./failures.ts";
import type { Report } from "./report.ts";

/** Thousands of steps in a new process; slow on a busy machine. */
const PATIENCE_MS = 180_000;

/** A process with the modules of `program`, on a host in that zone. */
async function answersOf(program: string, zone: string): Promise<Report> {
  const child = fork(join(import.meta.dirname, "in-process.ts"), [program], {
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", TZ: zone },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the process ended with ${code} before it answered`);
  });
  try {
    const [report] = (await Promise.race([once(child, "message"), ended])) as [Report];
    return report;
  } finally {
    child.kill("SIGKILL");
    await ended.catch(() => {});
  }
}

describe("R49: one answer in every process", { timeout: PATIENCE_MS }, () => {
  it("S1: a process that loads what the server loads, in its order, answers all cases as they are written", async () => {
    const report = await answersOf("server.ts", "America/New_York");
    expect(report).toEqual({ cases: caseCount, dateReplaced: true, failures: [] });
  });

  it("S1: a process that loads what the worker loads answers all cases as they are written", async () => {
    const { cases, failures } = await answersOf("worker.ts", "Asia/Tokyo");
    expect({ cases, failures }).toEqual({ cases: caseCount, failures: [] });
  });
});
