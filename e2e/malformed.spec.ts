import { expect, test } from "./fixtures.ts";
import { sendOddRequests } from "./malformed/send-odd-requests.ts";
import { Api } from "./server/api.ts";
import { becomeOwner } from "./server/become-owner.ts";
import { startServer } from "./server/start-server.ts";

// A server of its own: what is refused here must not show up in the lists of other tests.
test("a thousand malformed and odd requests: each is answered or refused in words, and the server goes on", async () => {
  test.setTimeout(180_000);
  const server = await startServer({});
  try {
    const cookie = await becomeOwner(server);
    const api = new Api(server.url);
    const { statuses, faults } = await sendOddRequests({ url: server.url, cookie, seed: 1, count: 1_000 });
    expect(faults).toEqual([]);
    for (const status of [200, 400, 404, 422]) expect(statuses[status] ?? 0).toBeGreaterThan(20);
    await api.post("/api/identify", { userId: "sane", traits: { plan: "pro" } });
    expect((await api.get<{ data: unknown[] }>("/api/people?externalId=sane")).data).toHaveLength(1);
    expect(server.output()).not.toMatch(/unhandled|uncaught/i);
  } finally {
    await server.stop();
  }
});
