import { expect, test } from "vitest";
import { createRuntime, ingest, tick } from "../index.ts";
import { line } from "../testing/draw.ts";
import { Stage } from "../testing/stage.ts";

/** A process as far as the mailbox can tell: it works until nothing is left, or dies (`false`) with its connection. */
async function live(stage: Stage, report: (message: string) => void): Promise<boolean> {
  const runtime = createRuntime(stage.database, { report });
  try {
    for (let idle = 0; idle < 2; ) idle = (await tick(runtime)).idle ? idle + 1 : 0;
    return true;
  } catch {
    return false;
  }
}

test("R17 mail that processes die of is met alone after the first death, and set aside once it is certain", async () => {
  const stage = await Stage.open();
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
  expect(reports.join()).toContain("mail that ended processes is set aside");
  expect(await stage.count("inbox")).toBe(0);
  expect(await completed()).toBe(19);
});
