import { beforeAll, expect, it } from "vitest";
import { type DoorFixture, doorFixture } from "./testing.ts";

let door: DoorFixture;
beforeAll(async () => {
  door = await doorFixture();
});

it("T7: a message nested deeper than can be processed is refused alone, and counted", async () => {
  const nested = `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  const deep = `{"type":"track","userId":"deep","event":"Fine","properties":${nested}}`;
  const beside = JSON.stringify({ type: "track", userId: "beside", event: "Fine" });
  const answer = await door.post("/v1/batch", `{"batch":[${deep},${beside}]}`);
  expect(answer).toMatchObject({ status: 200, body: { refused: [{ index: 0, reason: "unstorable" }] } });
  expect((await door.post("/api/track", deep)).status).toBe(422);
  const { sql } = door.database;
  expect(await sql`select name from events where name like 'app.%'`).toEqual([{ name: "app.Fine" }]);
  expect(await sql`select reason, sum(count)::int as count from refused_messages group by 1`).toEqual([
    { reason: "unstorable", count: 2 },
  ]);
});
