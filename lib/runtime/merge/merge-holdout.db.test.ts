import { expect, test } from "vitest";
import { line } from "../testing/draw.ts";
import { HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";

test("R39 R54 people keep their side of a holdout when they sign in, sign out and come back", async () => {
  const stage = await RuntimeHarness.open();
  const settings = { reEntry: "every", holdout: { percent: 50 } };
  await stage.publish({ ...line("came", [{ name: "end", type: "EXIT" }], settings), allowAnonymous: true });
  const everyone = Array.from({ length: 16 }, (_, place) => place);
  const came = async (who: (place: number) => object) => {
    for (const place of everyone) await stage.give({ ...who(place), type: "track", event: "came" });
    await stage.settle();
  };
  const signIn = async (anonymous: string) => {
    for (const place of everyone)
      await stage.give({ userId: `user-${place}`, anonymousId: `${anonymous}-${place}`, type: "identify" });
    await stage.settle();
  };
  /** Who has entered, by the person whom they are now, and how often. */
  const entries = async () =>
    new Map(
      (
        await stage.database.sql<{ name: string; count: number }[]>`
          select coalesce(p.external_id, p.anonymous_id) as name, count(e.*)::int as count from people p
          left join enrollments e on e.shard = p.shard and e.person_id = p.id where p.merged_into is null group by 1`
      ).map(({ name, count }) => [name, count]),
    );
  await came((place) => ({ anonymousId: `first-${place}` }));
  const first = await entries();
  await stage.pass(HOUR);
  const isIn = everyone.map((place) => (first.get(`first-${place}`) ?? 0) > 0);
  expect(new Set(isIn).size).toBe(2);
  // The users are younger than the visitors who become them, and older than those of the second visit.
  for (const place of everyone) await stage.give({ userId: `user-${place}`, type: "identify" });
  await stage.settle();
  await signIn("first");
  await stage.pass(HOUR);
  await came((place) => ({ anonymousId: `second-${place}` }));
  await signIn("second");
  const before = await entries();
  await came((place) => ({ userId: `user-${place}` }));
  const after = await entries();
  expect(everyone.map((place) => after.get(`user-${place}`) !== before.get(`user-${place}`))).toEqual(isIn);
});
