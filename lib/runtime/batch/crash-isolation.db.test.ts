import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createRuntime, ingest, tick } from "../index.ts";
import { line } from "../testing/draw.ts";
import { RuntimeHarness } from "../testing/runtime-harness.ts";

const MORTAL = fileURLToPath(new URL("../testing/mortal-process.ts", import.meta.url));

/**
 * Acts like a process, as far as the inbox can tell: it works until nothing is left, or dies (`false`) with its
 * connection.
 */
async function live(stage: RuntimeHarness, report: (message: string) => void): Promise<boolean> {
  const runtime = createRuntime(stage.database, { report });
  try {
    for (let idle = 0; idle < 2; ) idle = (await tick(runtime)).idle ? idle + 1 : 0;
    return true;
  } catch {
    return false;
  }
}

test("R17 a signal that crashes processes is processed alone after the first crash, and set aside once it is certain", async () => {
  const stage = await RuntimeHarness.open();
  await stage.publish(line("in", [{ name: "end", type: "EXIT" }]));
  const { workspaceId, database } = stage;
  const people = Array.from({ length: 20 }, (_, index) => `p${index}`);
  const items = people.map((userId) => ({ workspaceId, userId, type: "track" as const, event: "in" }));
  const results = await ingest(database, items);
  const culprit = results[7]?.personId;
  await database.sql.unsafe(`
    create function die() returns trigger language plpgsql as $$
    begin
      if new.person_id = '${culprit}' then perform pg_terminate_backend(pg_backend_pid()); end if;
      return new;
    end $$;
    create trigger die before insert on history for each row execute function die()`);
  const completed = () => stage.count("enrollments", "status = 'completed'");
  const reports: string[] = [];
  const report = (message: string) => reports.push(message);

  expect(await live(stage, report)).toBe(false);
  expect(await stage.count("inbox", `person_id = '${culprit}' and attempts = 1`)).toBe(1);
  for (let death = 2; death <= 4; death++) expect(await live(stage, report)).toBe(false);
  expect(reports).toEqual([]);
  expect(await live(stage, report)).toBe(true);
  expect(reports.join()).toContain("signals or steps that ended processes are set aside");
  expect(await stage.count("inbox")).toBe(0);
  expect(await completed()).toBe(19);
});

test("T3: of the signals of a person, only the one that crashes processes is kept; no enrollment of theirs fails", async () => {
  const stage = await RuntimeHarness.open();
  await stage.publish(line("early", [{ name: "long", type: "WAIT", config: { duration: "900d" } }]));
  await stage.publish(line("in", [{ name: "end", type: "EXIT" }]));
  const { workspaceId, database } = stage;
  const of = { workspaceId, userId: "ada" };
  await ingest(database, [{ ...of, type: "track", event: "early" }]);
  expect(await live(stage, () => {})).toBe(true);
  await database.sql.unsafe(`
    create function die() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
    create trigger die before insert on history for each row execute function die()`);
  await ingest(database, [
    { ...of, type: "identify", traits: { before: true } },
    { ...of, type: "track", event: "in" },
    { ...of, type: "identify", traits: { behind: true } },
  ]);
  const reports: string[] = [];
  let deaths = 0;
  while (!(await live(stage, (message) => reports.push(message)))) if (++deaths > 10) break;
  expect(deaths).toBe(4);
  expect(await stage.count("people", `traits = '{"before": true, "behind": true}'`)).toBe(1);
  expect(await stage.count("enrollments", "status = 'active'")).toBe(1);
  expect(await stage.count("rejected_signals", "kind = 'event' and reason = 'process_died'")).toBe(1);
  expect(await stage.count("rejected_signals")).toBe(1);
  expect(await stage.count("inbox")).toBe(0);
});

test("R17 after a kill that no signal caused, those of a person are processed together again", async () => {
  const stage = await RuntimeHarness.open();
  await stage.publish(line("in", [{ name: "end", type: "EXIT" }], { reEntry: "every" }));
  const { workspaceId, database } = stage;
  await database.sql.unsafe(`
    create sequence deaths;
    create function die() returns trigger language plpgsql as $$
    begin if nextval('deaths') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$;
    create trigger die before insert on history for each row execute function die()`);
  await ingest(
    database,
    Array.from({ length: 30 }, () => ({ workspaceId, userId: "ada", type: "track" as const, event: "in" })),
  );
  expect(await live(stage, () => {})).toBe(false);
  const runtime = createRuntime(database, { report: () => {} });
  let batches = 0;
  for (; (await stage.count("inbox")) > 0; batches++) await tick(runtime);
  expect(batches).toBeLessThanOrEqual(3);
  expect(await stage.count("enrollments", "status = 'completed'")).toBe(30);
});

/** A separate process that works until nothing is due, and is killed while it processes the signal that crashes it. */
async function runAndCrash(stage: RuntimeHarness): Promise<"idle" | "killed"> {
  const child = spawn(process.execPath, [MORTAL, stage.url], { stdio: "ignore" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0 ? "idle" : "killed";
}

test("R17 a timer that crashes processes is processed alone after the first crash, and fails its enrollment alone with the reason", async () => {
  const stage = await RuntimeHarness.open();
  await stage.publish(
    line("in", [
      { name: "pause", type: "WAIT", config: { duration: "1h" } },
      { name: "end", type: "EXIT" },
    ]),
  );
  const other = await stage.publish(line("in", [{ name: "long", type: "WAIT", config: { duration: "900d" } }]));
  await stage.give(
    ...Array.from({ length: 20 }, (_, index) => ({ userId: `p${index}`, type: "track" as const, event: "in" })),
  );
  await stage.settle();
  const { sql } = stage.database;
  const [culprit] = await sql<{ id: string; person: string }[]>`
    select enrollment_id as id, person_id as person from positions where journey_id <> ${other.journeyId} limit 1`;
  await sql.unsafe(`
    create function die() returns trigger language plpgsql as $$
    begin
      if new.enrollment_id = '${culprit?.id}' and new.signal_kind <> 'stop' then perform pg_terminate_backend(pg_backend_pid()); end if;
      return new;
    end $$;
    create trigger die before insert on history for each row execute function die()`);
  const deaths: string[] = [];
  for (let death = 1; death <= 4; death++) deaths.push(await runAndCrash(stage));
  expect(deaths).toEqual(["killed", "killed", "killed", "killed"]);
  expect(await stage.count("advance_attempts", `enrollment_id = '${culprit?.id}' and attempts = 4`)).toBe(1);
  expect(await runAndCrash(stage)).toBe("idle");
  expect(await stage.count("enrollments", "status = 'completed'")).toBe(19);
  expect(
    await stage.count("enrollments", `status = 'failed' and id = '${culprit?.id}' and exit_reason = 'step_failed'`),
  ).toBe(1);
  expect(
    await stage.count("history", `enrollment_id = '${culprit?.id}' and hops::text like '%ended 4 processes%'`),
  ).toBe(1);
  expect(await stage.count("positions", `person_id = '${culprit?.person}'`)).toBe(1);
  expect(await stage.count("advance_attempts")).toBe(0);
}, 60_000);
