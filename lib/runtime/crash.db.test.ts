import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingest } from "./index.ts";
import { accounts } from "./testing/accounts.ts";
import { line } from "./testing/draw.ts";
import { Stage, until } from "./testing/stage.ts";

const PEOPLE = 3_000;
const KILLS = 5;
const PROGRAM = fileURLToPath(new URL("./testing/engine-process.ts", import.meta.url));

let stage: Stage;
let engine: ChildProcess | undefined;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => engine?.kill("SIGKILL"));

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM, stage.url], { stdio: ["ignore", "pipe", "inherit"] });
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

const finished = () => stage.count("enrollments", "status <> 'active'");

describe("kill -9 of the engine in the middle of a run", () => {
  test("R12 R1 nobody is lost, no hop and no delivery is doubled, the counters agree", {
    timeout: 60_000,
  }, async () => {
    const mail = (name: string) => ({ name, type: "CONTENT", config: { contentType: "email" }, contentId: "mail" });
    await stage.publish(
      line("in", [
        mail("first"),
        { name: "pause", type: "WAIT", config: { duration: "1s" } },
        mail("second"),
        { name: "go", type: "WAIT_FOR_EVENT", config: { eventName: "go", timeout: "2s" } },
        { name: "end", type: "EXIT" },
      ]),
    );
    const { workspaceId, database } = stage;
    const track = (event: string, from: number, to: number) =>
      ingest(
        database,
        Array.from({ length: to - from }, (_, index) => ({
          workspaceId,
          userId: `u${from + index}`,
          type: "track" as const,
          event,
        })),
      );
    engine = await start();
    const seen: number[] = [];
    for (let round = 0; round < KILLS; round++) {
      const share = PEOPLE / KILLS;
      await track("in", round * share, (round + 1) * share);
      if (round > 0) await track("go", (round - 1) * share, (round - 1) * share + share / 2);
      const before = await stage.count("history");
      expect(await until(async () => (await stage.count("history")) > before)).toBe(true);
      await kill(engine);
      seen.push(await finished());
      engine = await start();
    }
    expect(seen.every((count) => count < PEOPLE)).toBe(true);
    expect(await until(async () => (await finished()) === PEOPLE, 40_000)).toBe(true);
    await kill(engine);
    expect(await accounts(database)).toEqual({
      people: PEOPLE,
      enrollments: PEOPLE,
      completed: PEOPLE,
      positions: 0,
      inbox: 0,
      deliveries: PEOPLE * 2,
      repeatedVisits: 0,
      brokenPaths: 0,
      hops: PEOPLE * 6,
      openVisits: 0,
      counted: { enrolled: PEOPLE, completed: PEOPLE, stopped: 0, failed: 0 },
    });
  });
});
