import { beforeEach, describe, expect, test } from "vitest";
import { shardOf } from "#db";
import { appendSignals } from "#store/inbox";
import { mergePeople } from "../merge/merge-people.ts";
import { accounts } from "../testing/accounts.ts";
import { line } from "../testing/draw.ts";
import { RuntimeHarness } from "../testing/runtime-harness.ts";
import type { IngestItem } from "./index.ts";

type Given = Omit<IngestItem, "workspaceId">;

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  const mail = { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" };
  const end = { name: "end", type: "EXIT" };
  // Both settings, because with `every` only the event itself keeps somebody from entering twice.
  for (const reEntry of ["once", "every"]) await stage.publish(line("user.created", [mail, end], { reEntry }));
  await stage.publish(line("hello", [mail, end], { reEntry: "once" }));
});

const identify = (userId: string, rest: Partial<Given> = {}): Given => ({ type: "identify", userId, ...rest });
const alias = (userId: string, previousId: string): Given => ({ type: "alias", userId, previousId });
const visit = (anonymousId: string): Given => ({ type: "track", anonymousId, event: "looked" });
const hello = (userId: string): Given => ({ type: "track", userId, event: "hello" });

/**
 * All items in one request; one request each with the engine running in between; one request each before the engine
 * runs.
 */
const WAYS: readonly (readonly [string, (items: readonly Given[]) => Promise<void>])[] = [
  ["in one batch", async (items) => void (await stage.give(...items))],
  [
    "one after the other",
    async (items) => {
      for (const item of items) {
        await stage.give(item);
        await stage.settle();
      }
    },
  ],
  [
    "before the engine looks",
    async (items) => {
      for (const item of items) await stage.give(item);
    },
  ],
];

async function outcome() {
  await stage.settle();
  const left = await stage.database.sql<{ id: string; externalId: string | null }[]>`
    select id, external_id as "externalId" from people where merged_into is null`;
  const created = await stage.count("events", "name = 'user.created'");
  const mails = await stage.count("deliveries", "status <> 'cancelled'");
  expect(await stage.count("inbox")).toBe(0);
  expect(await accounts(stage.database)).toMatchObject({ brokenPaths: 0, openVisits: 0 });
  return { people: left.length, externalId: left.map(({ externalId }) => externalId).sort(), created, mails };
}

const one = (externalId: string) => ({ people: 1, externalId: [externalId], created: 1, mails: 2 });

describe.each(WAYS)("an alias, %s", (_way, send) => {
  test.each([
    ["of a known person to a new id", [identify("old"), alias("new", "old")], "new"],
    ["repeated", [identify("old"), alias("new", "old"), alias("new", "old")], "new"],
    ["of a chain a, b, c", [identify("a"), alias("b", "a"), alias("c", "b"), identify("a"), identify("b")], "c"],
    ["back to the first id", [identify("a"), alias("b", "a"), alias("a", "b")], "b"],
    ["of an id to itself", [identify("a"), alias("a", "a")], "a"],
    ["of a known person, by their anonymous id", [identify("old", { anonymousId: "v" }), alias("new", "v")], "new"],
    ["of an anonymous person", [visit("v"), alias("new", "v"), identify("new", { anonymousId: "v" })], "new"],
    ["before the person exists", [alias("new", "old"), identify("old"), identify("new")], "new"],
    ["before the old id is seen, of a known person", [identify("new"), alias("new", "old"), identify("old")], "new"],
    ["before the anonymous id is seen", [alias("new", "v"), visit("v"), identify("new", { anonymousId: "v" })], "new"],
    [
      "after an identify of somebody anonymous",
      [visit("v"), identify("new", { anonymousId: "v" }), alias("new", "v")],
      "new",
    ],
  ] as [string, Given[], string][])(
    "F3: %s is one person, created once, mailed once a journey",
    async (_what, items, id) => {
      await send(items);
      expect(await outcome()).toEqual(one(id));
    },
  );

  test("F3: events of the old and of the new id are the same person's, afterwards too", async () => {
    await send([identify("old"), alias("new", "old")]);
    const results = await stage.give(hello("old"), hello("new"), identify("old"), identify("new"));
    expect(new Set(results.map(({ personId }) => personId)).size).toBe(1);
    expect(await outcome()).toEqual({ ...one("new"), mails: 3 });
  });

  test("F3: of a known person to a known one: `once` holds for the two together, whichever of them says hello first", async () => {
    for (const [kept, gone] of [
      ["a", "b"],
      ["d", "c"],
    ] as const) {
      await stage.give(identify("a"), identify("b"), identify("c"), identify("d"));
      await stage.give(hello(gone));
      await send([alias(kept, gone), hello(kept), hello(gone)]);
    }
    await stage.settle();
    // Four people got a welcome in two journeys each; two people were greeted.
    expect(await outcome()).toEqual({ people: 2, externalId: ["a", "d"], created: 4, mails: 8 + 2 });
  });

  test("F3: two known people aliased to each other are one person in the end, and neither waits forever", async () => {
    await stage.give(identify("a"), identify("b"), hello("a"));
    await send([alias("a", "b"), alias("b", "a"), hello("a"), hello("b")]);
    expect(await outcome()).toMatchObject({ people: 1, created: 2, mails: 5 });
  });

  test("F3: a chain of known people is one person in the end: hello is said once", async () => {
    await stage.give(identify("a"), identify("b"), identify("c"), hello("a"));
    await send([alias("b", "a"), alias("c", "b"), hello("c"), hello("a")]);
    expect(await outcome()).toEqual({ people: 1, externalId: ["c"], created: 3, mails: 6 + 1 });
  });

  test.each([
    ["the first into the second", [alias("x", "b"), alias("a", "x")]],
    ["the second before the first", [alias("a", "x"), alias("x", "b")]],
  ])("R56: of two aliases that lead to one person, %s: hello is said once", async (_order, aliases) => {
    await stage.give(identify("a"), identify("x"), identify("b"), hello("b"));
    await send([...aliases, hello("a"), hello("b")]);
    expect(await outcome()).toEqual({ people: 1, externalId: ["a"], created: 3, mails: 6 + 1 });
  });

  test("F3: a visitor who was known all along has said hello before as well", async () => {
    const { journeyId } = await stage.publish({
      ...line("looked", [{ name: "end", type: "EXIT" }], { reEntry: "once" }),
      allowAnonymous: true,
    });
    await stage.give(identify("ada"), visit("v"));
    await send([identify("ada", { anonymousId: "v" }), { type: "track", userId: "ada", event: "looked" }, visit("v")]);
    await stage.settle();
    expect(await stage.count("enrollments", `journey_id = '${journeyId}'`)).toBe(1);
  });
});

test("R56: the survivor also waits for a merge that names a person who was merged into the survivor since", async () => {
  const [a, x, b] = await stage.give(identify("a"), identify("x"), identify("b"));
  await stage.give(alias("a", "x"));
  await stage.settle();
  const { workspaceId, runtime } = stage;
  const [left, gone] = [a?.personId ?? "", b?.personId ?? ""];
  await stage.give(hello("b"));
  const at = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : 0;
  // After the event of the merged person, and before that of the survivor.
  const merge = { workspaceId, kind: "merge", receivedAt: new Date(at + 1) };
  await appendSignals(stage.database.sql, [
    { ...merge, personId: gone, payload: { into: x?.personId } },
    { ...merge, personId: left, payload: { from: gone } },
  ]);
  if (runtime.clock.kind === "virtual") runtime.clock.at = new Date(at + 2);
  await stage.give(hello("a"));
  await mergePeople(runtime, { shard: shardOf(left), workspaceId, personId: left });
  expect(await stage.count("inbox", `person_id = '${left}' and kind = 'merge'`)).toBe(1);
  expect(await outcome()).toMatchObject({ people: 1, created: 3, mails: 6 + 1 });
});
