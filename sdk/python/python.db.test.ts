import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "#db";
import { type Door, openDoor } from "../testing/open-door.ts";

const FOLDER = "sdk/python";
const isThere = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status === 0;

let door: Door;

type Ended = { readonly code: number | null; readonly output: string };

/** Runs a program with the package on its path; `started` is called once it has printed `ready`. */
async function run(program: string, env: Record<string, string> = {}, started?: () => unknown): Promise<Ended> {
  const own = { SOJOURN_URL: door.url, SOJOURN_SECRET_KEY: door.secretKey, PYTHONPATH: FOLDER, NO_PROXY: "127.0.0.1" };
  // Python 3.12 warns of every fork of a process with threads.
  const child = spawn("python3", ["-W", "ignore", "-u", "-c", program], {
    env: { PATH: process.env.PATH, ...own, ...env } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
  if (started) {
    while (!output.includes("ready") && child.exitCode === null) await once(child.stdout, "data");
    await started();
  }
  const [code] = await once(child, "close");
  return { code, output };
}

const numbersOf = async (userId: string) => (await door.eventsOf(userId)).map(({ properties }) => properties.n);
const upTo = (end: number) => Array.from({ length: end }, (_, n) => n);

describe.skipIf(!isThere)("the Python client", () => {
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(async () => {
    await door.close();
    await closeDatabase();
  });

  test("passes its own suite", () => {
    const { status, stderr } = spawnSync("python3", ["-m", "unittest", "discover", "-s", "tests"], { cwd: FOLDER });
    expect(status, String(stderr)).toBe(0);
  });

  test("the calls of the documentation arrive as journeys know them, and a program that ends has sent them", async () => {
    const { code, output } = await run(`
import datetime, decimal
from sojourn import Analytics
analytics = Analytics()
analytics.identify("usr_456", {"email": "ada@example.com", "since": datetime.date(2026, 3, 1)})
analytics.track("usr_456", "completed_onboarding")
analytics.track("usr_456", "upgraded_plan", {"plan": "pro", "price": decimal.Decimal("19.90")})
analytics.track("usr_456", "app.package.enrolled", {"tier": "silver"}, timestamp=datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.timezone.utc))
analytics.track("usr_456", "order.placed")
analytics.alias("usr_457", "usr_456")
`);
    expect([code, output]).toEqual([0, ""]);
    expect(await door.eventsOf("usr_456")).toMatchObject([
      { name: "app.completed_onboarding", properties: {} },
      { name: "app.upgraded_plan", properties: { plan: "pro", price: 19.9 } },
      {
        name: "app.package.enrolled",
        properties: { tier: "silver" },
        timestamp: expect.stringMatching(/^2026-03-01 09/),
      },
      { name: "app.order.placed" },
    ]);
    const [patch] = await door.database
      .sql`select payload from inbox where kind = 'patch' order by received_at limit 1`;
    expect(patch?.payload.patch.traits).toEqual({ email: "ada@example.com", since: "2026-03-01" });
  });

  test("while the server is away everything waits; then it arrives once, in order", async () => {
    await door.close();
    const program = `
import logging
from sojourn import Analytics
logging.basicConfig(level=logging.WARNING)
analytics = Analytics(flush_interval=0.01, max_retry=0.2)
for n in range(250):
    analytics.track("patient", "counted", {"n": n})
print("ready", analytics.flush(0.5), analytics.queued)
`;
    const { code, output } = await run(program, {}, () => door.open());
    expect([code, output]).toEqual([0, expect.stringContaining("ready False 250")]);
    expect(output).toContain("cannot be reached");
    expect(await numbersOf("patient")).toEqual(upTo(250));
  });

  test("events arrive in few requests, and those of threads that outlive the main one too", async () => {
    const before = door.requests();
    const { code } = await run(`
import threading, time
from sojourn import Analytics
analytics = Analytics()
def late():
    time.sleep(0.3)
    for n in range(200):
        analytics.track("threaded", "counted", {"n": n})
threading.Thread(target=late).start()
`);
    expect(code).toBe(0);
    expect(await numbersOf("threaded")).toEqual(upTo(200));
    expect(door.requests() - before).toBeLessThanOrEqual(4);
  });

  test("a fork sends its own events, and none of its parent's a second time", async () => {
    const { code, output } = await run(`
import os
from sojourn import Analytics
analytics = Analytics(flush_interval=0.5)
analytics.track("parent", "counted", {"n": 0})
child = os.fork()
who = "child" if child == 0 else "parent"
analytics.track(who, "counted", {"n": 1})
os.write(1, f"{who} {analytics.queued}\\n".encode())
if child == 0:
    analytics.flush(10)
    os._exit(0)
os.waitpid(child, 0)
`);
    expect([code, output.split("\n").sort()]).toEqual([0, ["", "child 1", "parent 2"]]);
    expect(await numbersOf("parent")).toEqual([0, 1]);
    expect(await numbersOf("child")).toEqual([1]);
  });

  test("a refused message does not stop the others, and is reported with its field", async () => {
    const { code, output } = await run(`
from sojourn import Analytics
heard = []
analytics = Analytics(on_error=lambda reason, text, messages: heard.append((reason, text, len(messages))))
analytics.track("mixed", "counted", {"n": 0})
analytics.track("mixed", "counted", {"n": 1}, timestamp="yesterday")
analytics.track("mixed", "counted", {"n": 2})
analytics.flush()
print(heard)
`);
    expect(code).toBe(0);
    expect(output).toMatch(/\('refused', '.*timestamp.*', 1\)/);
    expect(await numbersOf("mixed")).toEqual([0, 2]);
  });

  test("a program with a wrong key ends after its time, and says what was lost", async () => {
    const { code, output } = await run(
      `
from sojourn import Analytics
Analytics(exit_timeout=1, max_retry=0.2).track("nobody", "counted")
`,
      { SOJOURN_SECRET_KEY: "sk_wrong" },
    );
    expect([code, output]).toEqual([0, expect.stringContaining("1 message was not sent before the end")]);
    expect(await door.eventsOf("nobody")).toEqual([]);
  });
});
