import { beforeAll, describe, expect, test } from "vitest";
import { line } from "../testing/draw.ts";
import { DAY, RuntimeHarness } from "../testing/runtime-harness.ts";
import { IngestProblem } from "./index.ts";

let stage: RuntimeHarness;
beforeAll(async () => {
  stage = await RuntimeHarness.open();
  await stage.publish(line("listened_to", [{ name: "x", type: "EXIT" }]));
});

describe("ingest", () => {
  test("answers each item in order, with repeats of the batch and of the two days before told apart", async () => {
    const items = ["m1", "m1", "m2"].map((messageId) => ({
      userId: "order",
      type: "track" as const,
      event: "a",
      messageId,
    }));
    const first = await stage.give(...items);
    expect(first.map((result) => result.status)).toEqual(["accepted", "duplicate", "accepted"]);
    expect(new Set(first.map((result) => result.personId)).size).toBe(1);
    await stage.pass(2 * DAY);
    expect((await stage.track("order", "a", { messageId: "m2" }))[0]?.status).toBe("duplicate");
    await stage.pass(DAY);
    expect((await stage.track("order", "a", { messageId: "m2" }))[0]?.status).toBe("accepted");
  });

  test("R25 an event that nothing listens to costs its row in the log and no signal", async () => {
    await stage.settle();
    const [result] = await stage.track("quiet", "nobody_cares");
    expect(await stage.count("events", `person_id = '${result?.personId}' and name = 'app.nobody_cares'`)).toBe(1);
    expect(await stage.count("inbox")).toBe(0);
    await stage.track("quiet", "listened_to");
    expect(await stage.count("inbox")).toBe(1);
  });

  test("names what applications track app.<name>, pages page.viewed, and leaves reserved names alone", async () => {
    const [result] = await stage.give(
      { userId: "names", type: "track", event: "checkout" },
      { userId: "names", type: "track", event: "app.checkout" },
      { userId: "names", type: "track", event: "order.paid" },
      {
        userId: "names",
        type: "page",
        properties: { title: "Home" },
        context: { page: { url: "https://x.example/" } },
      },
    );
    const rows = await stage.database.sql<{ name: string; properties: Record<string, unknown> }[]>`
      select name, properties from events where person_id = ${result?.personId ?? ""} order by received_at`;
    expect(rows.map((row) => row.name)).toEqual([
      "user.created",
      "app.checkout",
      "app.checkout",
      "order.paid",
      "page.viewed",
    ]);
    expect(rows.at(-1)?.properties).toEqual({ url: "https://x.example/", title: "Home" });
  });

  test("the first sight of a userId is user.created, with traits and provider, once", async () => {
    const identify = {
      userId: "new",
      type: "identify" as const,
      traits: { plan: "pro" },
      context: { provider: "google" },
    };
    const [result] = await stage.give(identify, identify);
    await stage.give(identify);
    const rows = await stage.database.sql<{ properties: unknown }[]>`
      select properties from events where person_id = ${result?.personId ?? ""} and name = 'user.created'`;
    expect(rows.map((row) => row.properties)).toEqual([{ plan: "pro", provider: "google" }]);
    await stage.settle();
    expect(await stage.count("people", `id = '${result?.personId}' and traits = '{"plan": "pro"}'`)).toBe(1);
  });

  test("R37 NUL characters and half surrogate pairs are refused with the field named, and nothing is stored", async () => {
    const bad = { userId: "bad", type: "track" as const, event: "a", properties: { deep: [{ text: "x\u0000y" }] } };
    const refused = stage.give({ userId: "fine", type: "track", event: "a" }, bad);
    await expect(refused).rejects.toThrow(IngestProblem);
    await expect(refused).rejects.toMatchObject({ index: 1, field: "properties.deep.0.text" });
    await expect(stage.track("bad", "a", { properties: { "\ud800": 1 } })).rejects.toThrow(/half of a surrogate pair/);
    expect(await stage.count("identities", "value in ('fine', 'bad')")).toBe(0);
    await expect(stage.track("bad", "a", { properties: { text: "\\u0000 as text is fine" } })).resolves.toHaveLength(1);
  });

  test("R37 batches with the same new people in opposite order neither deadlock nor double anyone", async () => {
    const people = Array.from({ length: 40 }, (_, index) => `race-${index}`);
    const batch = (ids: string[]) =>
      stage.give(...ids.map((userId) => ({ userId, type: "track" as const, event: "a", messageId: `once-${userId}` })));
    const results = await Promise.all([people, people.toReversed(), people, people.toReversed()].map(batch));
    expect(results.flat().filter((result) => result.status === "accepted")).toHaveLength(40);
    expect(await stage.count("identities", "value like 'race-%'")).toBe(40);
    expect(await stage.count("people", "external_id like 'race-%'")).toBe(40);
  });
});
