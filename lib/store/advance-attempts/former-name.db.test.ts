import { expect, test } from "vitest";
import { newId } from "#db";
import { testDatabase } from "#db/testing";
import { noteAdvanceAttempts, readAdvanceAttempts } from "./index.ts";

test("a process of the release before notes, reads and forgets attempts under the former name of the table", async () => {
  const { database } = await testDatabase();
  const { sql } = database;
  const key = { shard: 3, enrollmentId: newId() };
  await noteAdvanceAttempts(sql, [key]);
  await sql`
    insert into step_attempts as met (shard, enrollment_id, attempts) values (${key.shard}, ${key.enrollmentId}, 1)
    on conflict (shard, enrollment_id) do update set attempts = least(met.attempts + 1, 1000)`;
  expect(await readAdvanceAttempts(sql, [key])).toEqual(new Map([[key.enrollmentId, 2]]));
  const gone = await sql`
    delete from step_attempts using (values (${key.shard}::int, ${key.enrollmentId}::uuid)) as done (shard, id)
    where step_attempts.shard = done.shard and step_attempts.enrollment_id = done.id`;
  expect(gone.count).toBe(1);
  expect(await readAdvanceAttempts(sql, [key])).toEqual(new Map());
});
