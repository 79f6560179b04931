import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { caseCount } from "./failures.ts";
import { compareZones } from "./zones.ts";

/** Tens of thousands of times, each computed twice. */
const PATIENCE_MS = 180_000;

test(
  "R48: in every zone, around each change of the clocks, waits, windows, schedules and dates agree with a second opinion",
  () => {
    const { asked, differences } = compareZones();
    expect(asked).toBeGreaterThan(10_000);
    expect(differences).toEqual([]);
  },
  PATIENCE_MS,
);

type Answer = { host: number; caseCount: number; failures: string[]; asked: number; differences: string[] };

test.each([
  ["America/New_York", 300],
  ["Asia/Kolkata", -330],
  ["Pacific/Chatham", -765],
])(
  "R49: no case and no moment depends on the host: %s",
  async (zone, host) => {
    const child = fork(join(import.meta.dirname, "zone-process.ts"), [], {
      env: { ...process.env, NODE_OPTIONS: "", TZ: zone },
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const ended = once(child, "exit").then(([code]) => {
      throw new Error(`the process ended with ${code} before it answered`);
    });
    try {
      const [answer] = (await Promise.race([once(child, "message"), ended])) as [Answer];
      expect(answer).toMatchObject({ caseCount, failures: [], differences: [] });
      expect(answer.asked).toBeGreaterThan(1_000);
      expect(answer.host).toBe(host);
    } finally {
      child.kill("SIGKILL");
      await ended.catch(() => {});
    }
  },
  PATIENCE_MS,
);
