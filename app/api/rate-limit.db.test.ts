import { afterAll, beforeAll, expect, test } from "vitest";
import { config } from "#config";
import { apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";

// The configuration is read once in a process, which other test files share.
const { rateLimit } = config();
beforeAll(() => void Object.assign(config(), { rateLimit: 3 }));
afterAll(() => void Object.assign(config(), { rateLimit }));

test("with SOJOURN_RATE_LIMIT a secret key has so many requests a minute, and every answer says how many are left", async () => {
  const api = await apiFixture();
  const left = async () => (await api.call("GET /api/me")).headers.get("ratelimit");
  expect(await left()).toMatch(/^"minute";r=2;t=\d+$/);
  const missing = await api.call("GET /api/journeys/nothing");
  expect([missing.status, missing.headers.get("ratelimit")]).toEqual([404, expect.stringContaining("r=1")]);
  await left();
  const refused = await api.call("GET /api/me");
  expect([refused.status, refused.body.code]).toEqual([429, "too_many_requests"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("people in the dashboard are not counted", async () => {
  const api = await apiFixture();
  const cookie = await signSessionFor(api, "viewer");
  for (let asked = 0; asked < 5; asked++) {
    const answer = await send("GET", "/api/me", { headers: { cookie } });
    expect([answer.status, answer.headers.get("ratelimit")]).toEqual([200, null]);
  }
});
