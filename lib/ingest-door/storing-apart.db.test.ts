import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DoorFixture, doorFixture } from "./testing.ts";

let door: DoorFixture;
beforeAll(async () => {
  door = await doorFixture();
  // A sequence keeps its value although the transaction is rolled back.
  await door.database.sql.unsafe(`
    create sequence cuts;
    create function fail() returns trigger language plpgsql as $$
    begin
      if new.name = 'app.poison' then raise exception 'no'; end if;
      if new.name = 'app.cut' and nextval('cuts') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
      if new.name = 'app.outdated' then raise check_violation using message = 'new row violates partition constraint'; end if;
      return new;
    end $$;
    create trigger fail before insert on events for each row execute function fail()`);
});
afterAll(() => door.database.close());
beforeEach(() => door.database.sql`truncate events, message_ids`);

const names = async () =>
  (await door.database.sql<{ name: string }[]>`select name from events where name like 'app.%' order by name`).map(
    ({ name }) => name,
  );
const batch = (...events: string[]) => door.post("/v1/batch", { batch: events.map(message) });
const message = (event: string) => ({ type: "track", userId: "u", event });

describe("a batch of which the database refuses a part", () => {
  it("R53: is stored once when the database goes away in the middle and its client sends it again", async () => {
    expect((await batch("a", "poison", "b", "cut")).status).toBe(503);
    expect(await names()).toEqual([]);
    expect(await batch("a", "poison", "b", "cut")).toMatchObject({ status: 200, body: { refused: [{ index: 1 }] } });
    expect(await names()).toEqual(["app.a", "app.b", "app.cut"]);
  });

  it("R53: loses all that are at fault, wherever they stand, and nothing else", async () => {
    const events = Array.from({ length: 60 }, (_, n) => ([0, 7, 8, 31, 59].includes(n) ? "poison" : `e${n}`));
    const { body } = await batch(...events);
    expect(body.refused.map(({ index }: { index: number }) => index)).toEqual([0, 7, 8, 31, 59]);
    expect(await names()).toHaveLength(55);
  });

  it("R53: is not refused because of a partition that is attached meanwhile: its client sends it again", async () => {
    expect((await batch("a", "outdated")).status).toBeGreaterThanOrEqual(500);
    expect(await names()).toEqual([]);
  });
});
