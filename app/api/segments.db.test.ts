import { beforeAll, describe, expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { settle } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

type Answer = { data: { id: string; key: string; builtAt: string | null; _count: { members: number } } };

const create = (key: string, rules: Record<string, unknown>) =>
  api.call<Answer>("POST /api/segments", { body: { name: key, key, rules } });
const members = async (key: string) => (await api.call<Answer>(`GET /api/segments/${key}`)).body.data._count.members;
const isPro = { all: [{ field: "traits.plan", op: "eq", value: "pro" }] };

describe("segments that refer to each other", () => {
  test("a segment may be named before there is one; one that names it is built again", async () => {
    await api.call("POST /api/people", { body: { externalId: "ada", traits: { plan: "pro" } } });
    await settle(api);
    await create("fans", { all: [{ segment: "pros" }] });
    await settle(api);
    expect(await members("fans")).toBe(0);
    await create("pros", isPro);
    await settle(api);
    expect([await members("pros"), await members("fans")]).toEqual([1, 1]);
  });

  test("a segment lists where it is used", async () => {
    const uses = await api.call<{ data: object[] }>("GET /api/segments/pros/uses");
    expect(uses.body.data).toEqual([{ kind: "segment", id: expect.any(String), name: "fans", detail: null }]);
  });

  test("S2: a new key changes nothing for the segments that use the old one, which goes on meaning this segment", async () => {
    await api.call("PATCH /api/segments/pros", { body: { key: "payers" } });
    await settle(api);
    expect([await members("fans"), await members("pros"), await members("payers")]).toEqual([1, 1, 1]);
    const taken = await create("pros", { all: [{ field: "traits.plan", op: "eq", value: "free" }] });
    expect([taken.status, JSON.stringify(taken.body)]).toEqual([422, expect.stringContaining("the segment fans")]);
    await api.call("PATCH /api/segments/payers", { body: { key: "pros" } });
    await settle(api);
    expect(await members("fans")).toBe(1);
  });

  test("rules that lead back to the segment are refused by name", async () => {
    const own = await create("narcissus", { all: [{ segment: "narcissus" }] });
    expect([own.status, own.body]).toMatchObject([422, { errors: [{ field: "rules" }] }]);
    const { status } = await api.call("PATCH /api/segments/pros", {
      body: { rules: { any: [{ segment: "fans" }] } },
    });
    expect(status).toBe(422);
    expect(await members("fans")).toBe(1);
  });
});
