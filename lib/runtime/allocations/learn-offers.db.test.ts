import { beforeEach, describe, expect, test } from "vitest";
import { newId, shardOf } from "#db";
import { schema } from "#store";
import { raiseRevision } from "#store/engine-config";
import { insertOfferCounts } from "#store/offer-counts";
import { rollUpCounts } from "../engine/roll-up-counts.ts";
import { line } from "../testing/draw.ts";
import { HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";
import { learnOffers } from "./learn-offers.ts";

let stage: RuntimeHarness;
let flowId: string;
let offers: readonly [string, string];
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  flowId = newId();
  offers = [newId(), newId()];
});

/** A flow over two offers; people enter, are decided for, and are done. */
async function decideBy(sampling: "off" | "conversion", caps: { max: number; days: number }[] = []): Promise<void> {
  const { orm } = stage.database;
  const place = { workspaceId: stage.workspaceId };
  await orm.insert(schema.offers).values(
    offers.map((id, index) => ({
      ...place,
      id,
      number: index + 1,
      key: `o${index + 1}`,
      name: `O${index + 1}`,
      caps,
    })),
  );
  await orm
    .insert(schema.decisionFlows)
    .values({ ...place, id: flowId, number: 1, key: "flow", name: "Flow", sampling });
  await raiseRevision(stage.database.sql);
  await stage.publish({
    ...line("in", [
      { name: "ask", type: "DECIDE", config: { decisionFlowId: "flow" } },
      { name: "end", type: "EXIT" },
    ]),
    allowAnonymous: true,
  });
}

const count = (offerId: string, counts: Record<string, number>) =>
  insertOfferCounts(stage.database.sql, [
    { shard: shardOf(offerId), workspaceId: stage.workspaceId, flowId, offerId, ...counts },
  ]);
const enter = async (from: number, to: number) => {
  const people = Array.from({ length: to - from }, (_, index) => `p${from + index}`);
  await stage.give(...people.map((userId) => ({ userId, type: "track" as const, event: "in" })));
  await stage.settle();
};
const picked = (offerId: string) => stage.count("offer_decisions", `offer_id = '${offerId}'`);
const revision = async () => (await stage.database.sql`select revision::text from engine_config`)[0]?.revision;

describe("offers that are learned", () => {
  test("follow what came of them, from the next batch on, and are counted by deltas that are rolled up", async () => {
    await decideBy("conversion");
    await enter(0, 40);
    expect(Math.min(await picked(offers[0]), await picked(offers[1]))).toBeGreaterThan(5);
    await count(offers[0], { sent: 1_000, conversions: 10 });
    await count(offers[1], { sent: 1_000, conversions: 200 });
    await learnOffers(stage.runtime);
    const before = await picked(offers[0]);
    await enter(40, 100);
    expect(await picked(offers[0])).toBe(before);
    const steady = await revision();
    await stage.pass(HOUR);
    await learnOffers(stage.runtime);
    expect(await revision(), "the same counts again wake nobody").toBe(steady);
    await rollUpCounts(stage.runtime);
    const rows = await stage.database.sql`select sum(offered)::int as offered, sum(conversions)::int as conversions,
      count(*)::int - count(distinct (shard, offer_id))::int as extra from offer_counts`;
    expect(rows[0]).toEqual({ offered: 100, conversions: 210, extra: 0 });
  });

  test("are not read where no flow samples, nor twice within ten minutes", async () => {
    await decideBy("off");
    await count(offers[0], { sent: 5 });
    await learnOffers(stage.runtime);
    const learned = () => stage.count("offers", "learned is not null");
    expect(await learned()).toBe(0);
    await stage.database.sql`update decision_flows set sampling = 'click'`;
    await learnOffers(stage.runtime);
    expect(await learned()).toBe(1);
    await count(offers[1], { sent: 5 });
    await learnOffers(stage.runtime);
    expect(await learned()).toBe(1);
    await stage.pass(HOUR);
    await learnOffers(stage.runtime);
    expect(await learned()).toBe(2);
  });
});

test("R39: what an anonymous person was offered counts for the person they become", async () => {
  await decideBy("off", [{ max: 1, days: 30 }]);
  const [known] = await stage.give({ userId: "ada", type: "identify" });
  for (const event of ["in", "in"]) await stage.give({ anonymousId: "visitor", type: "track", event });
  await stage.settle();
  expect(await stage.count("offer_decisions")).toBe(1);
  await stage.give({ userId: "ada", anonymousId: "visitor", type: "identify" });
  await stage.settle();
  const [row] = await stage.database.sql`select person_id, shard from offer_decisions`;
  expect(row).toEqual({ person_id: known?.personId, shard: shardOf(known?.personId ?? "") });
});
