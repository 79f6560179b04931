import { expect, test } from "./fixtures.ts";
import { sendOddRequests } from "./malformed/send-odd-requests.ts";

test("a thousand malformed and odd requests: each is answered or refused in words, and the server goes on", async ({
  server,
  api,
  ownerCookies,
}) => {
  const { statuses, faults } = await sendOddRequests({ url: server.url, cookie: ownerCookies, seed: 1, count: 1_000 });
  expect(faults).toEqual([]);
  for (const status of [200, 400, 404, 422]) expect(statuses[status] ?? 0).toBeGreaterThan(20);
  await api.post("/api/identify", { userId: "sane", traits: { plan: "pro" } });
  expect((await api.get<{ data: unknown[] }>("/api/people?externalId=sane")).data).toHaveLength(1);
  expect(server.output()).not.toMatch(/unhandled|uncaught/i);
});
