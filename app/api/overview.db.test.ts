import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { JourneyStats, Overview } from "#services/stats";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track } from "./testing/walk.ts";

type Answer = z.infer<typeof Overview>;

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});
const overview = async (query = "") => (await api.call<Answer>(`GET /api/overview${query}`)).body;

test("the overview has every journey with the figures of its own page, and their sums", async () => {
  const wait = { type: "WAIT", name: "wait", config: { duration: "1d" } };
  const end = { type: "EXIT", name: "end", config: {} };
  const goalConfig = { type: "event", config: { eventName: "paid" }, exitOnGoal: false };
  const sold = await published(api, [onEvent("came"), wait, end], { name: "Sold", goalConfig });
  const empty = await published(api, [onEvent("never"), wait, end], { name: "Empty" });
  const ended = await published(api, [onEvent("left"), end], { name: "Ended" });
  await track(api, "came", ["ada", "grace", "alan"]);
  await track(api, "left", ["ada"]);
  await track(api, "paid", ["ada"]);
  await settle(api);

  const { data, meta, totals } = await overview();
  expect(meta.total).toBe(3);
  expect(data.map(({ id }) => id)).toEqual([sold.id, ...data.slice(1).map(({ id }) => id)]);
  for (const row of data) {
    const stats = await api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${row.id}/stats`);
    const { movedIn: _in, movedOut: _out, ...shown } = stats.body.data.totals;
    expect(row).toMatchObject(shown);
  }
  expect(data.find(({ id }) => id === sold.id)).toMatchObject({ enrolled: 3, active: 3, goalRate: 1 / 3 });
  expect(data.find(({ id }) => id === empty.id)).toMatchObject({ enrolled: 0, goalRate: null });
  expect(totals).toMatchObject({ journeys: 3, enrolled: 4, active: 3, completed: 1, converted: 1 });

  const order = async (query: string) => (await overview(query)).data.map(({ id }) => id);
  expect((await order("?sort=completed"))[0]).toBe(ended.id);
  expect(await order("?sort=goalRate&order=asc&limit=1")).toEqual([sold.id]);
  expect(await order("?sort=enrolled&limit=1&page=2")).toEqual([ended.id]);
  const names = (await overview("?sort=name&order=desc")).data.map(({ name }) => name);
  expect(names).toEqual([...names].sort().reverse());

  await api.call(`DELETE /api/journeys/${ended.id}`);
  await settle(api);
  expect((await overview()).totals).toMatchObject({ journeys: 2, enrolled: 3 });
  expect((await overview("?archived=true")).totals).toMatchObject({ journeys: 3, enrolled: 4 });
});

test("a sort that does not exist is refused by its name", async () => {
  const answer = await api.call<{ errors: { field: string }[] }>("GET /api/overview?sort=nothing");
  expect([answer.status, answer.body.errors[0]?.field]).toEqual([400, "sort"]);
});
