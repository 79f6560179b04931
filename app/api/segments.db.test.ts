import { beforeAll, describe, expect, test } from "vitest";
import { settle } from "./testing/walk.ts";
import { apiWorld, type World } from "./testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await apiWorld();
});

type Answer = { data: { id: string; key: string; builtAt: string | null; _count: { members: number } } };

const create = (key: string, rules: Record<string, unknown>) =>
  world.call<Answer>("POST /api/segments", { body: { name: key, key, rules } });
const members = async (key: string) => (await world.call<Answer>(`GET /api/segments/${key}`)).body.data._count.members;
const isPro = { all: [{ field: "traits.plan", op: "eq", value: "pro" }] };

describe("segments that refer to each other", () => {
  test("a segment may be named before there is one; whoever names it is built again", async () => {
    await world.call("POST /api/people", { body: { externalId: "ada", traits: { plan: "pro" } } });
    await settle(world);
    await create("fans", { all: [{ segment: "pros" }] });
    await settle(world);
    expect(await members("fans")).toBe(0);
    await create("pros", isPro);
    await settle(world);
    expect([await members("pros"), await members("fans")]).toEqual([1, 1]);
  });

  test("S2: a new key changes nothing for the segments that use the old one, which goes on meaning this segment", async () => {
    await world.call("PATCH /api/segments/pros", { body: { key: "payers" } });
    await settle(world);
    expect([await members("fans"), await members("pros"), await members("payers")]).toEqual([1, 1, 1]);
    const taken = await create("pros", { all: [{ field: "traits.plan", op: "eq", value: "free" }] });
    expect([taken.status, JSON.stringify(taken.body)]).toEqual([422, expect.stringContaining("the segment fans")]);
    await world.call("PATCH /api/segments/payers", { body: { key: "pros" } });
    await settle(world);
    expect(await members("fans")).toBe(1);
  });

  test("rules that lead back to the segment are refused by name", async () => {
    const own = await create("narcissus", { all: [{ segment: "narcissus" }] });
    expect([own.status, own.body]).toMatchObject([422, { errors: [{ field: "rules" }] }]);
    const { status } = await world.call("PATCH /api/segments/pros", {
      body: { rules: { any: [{ segment: "fans" }] } },
    });
    expect(status).toBe(422);
    expect(await members("fans")).toBe(1);
  });
});
