import { beforeAll, expect, test } from "vitest";
import type { Context } from "#services";
import { createKey } from "#services/accounts";
import { putProvider } from "#services/providers";
import { createSite, endFormerProofSecret, rotateProofSecret, setUserProof } from "#services/sites";
import { userHash } from "#signatures";
import { type DoorFixture, doorFixture } from "./testing.ts";

let door: DoorFixture;
let ctx: Context;
let siteId: string;
let secret: string;

beforeAll(async () => {
  door = await doorFixture();
  ctx = { ...door, actor: { kind: "user", id: "test", role: "owner" } };
  siteId = (await createSite(ctx, { name: "Proving" })).id;
  await expect(setUserProof(ctx, siteId, { mode: "required" })).rejects.toMatchObject({
    errors: [{ field: "mode" }],
  });
  secret = (await rotateProofSecret(ctx, siteId)).secret;
});

/** A key of the site that was never used: what is known of a used one is remembered for some seconds. */
async function keyIn(mode: "off" | "warn" | "required"): Promise<Record<string, string>> {
  await setUserProof(ctx, siteId, { mode });
  const { workspaceId } = door;
  const made = await createKey(door.database.orm, { workspaceId, siteId, kind: "publishable", name: mode });
  return { authorization: `Bearer ${made.plain}` };
}

const knows = async (userId: string) =>
  (await door.database.sql`select 1 from identities where value = ${userId}`).length > 0;

type Results = {
  readonly status: number;
  readonly body: { data: { results: { status: string; errors?: unknown }[] } };
};
const outcomes = ({ body }: Results) => body.data.results.map(({ status }) => status);

test("where it is required, no page speaks for a user id without its proof, by any call", async () => {
  const key = await keyIn("required");
  const proof = userHash(secret, "ada");
  const batch = [
    { type: "identify", userId: "mallory", traits: { email: "mallory@evil.example" } },
    { type: "identify", userId: "mallory", userHash: proof },
    { type: "track", event: "app.x", userId: "mallory", anonymousId: "visitor" },
    { type: "alias", userId: "ada", previousId: "mallory", userHash: proof },
    { type: "track", event: "app.x", anonymousId: "visitor" },
    { type: "identify", userId: "ada", userHash: proof },
    { type: "page", userId: "ada", context: { userHash: proof, locale: "en" } },
  ];
  const answer = (await door.post("/api/batch", { batch }, key)) as Results;
  expect(outcomes(answer)).toEqual([...Array(4).fill("refused"), ...Array(3).fill("accepted")]);
  expect(answer.body.data.results[0]?.errors).toMatchObject([{ field: "batch.0.userHash" }]);
  expect(await knows("mallory")).toBe(false);
  const single = await door.post("/api/identify", { userId: "mallory" }, key);
  expect(single).toMatchObject({ status: 403, body: { errors: [{ field: "userHash" }] } });
  const lenient = await door.post("/v1/identify", { userId: "mallory" }, key);
  expect(lenient.body.refused).toMatchObject([{ reason: "unproved" }]);

  const someone = { userId: "ada", userHash: userHash(secret, "bob") };
  const event = { deliveryId: "0197a000-0000-7000-8000-00000000005e", event: "shown" };
  for (const [method, path, body] of [
    ["POST", "journeys/none/enroll", someone],
    ["POST", "journeys/none/progress", someone],
    ["POST", "content", { ...someone, ...event }],
    ["PUT", "devices", { ...someone, token: "t", platform: "ios" }],
    ["GET", `content?${new URLSearchParams(someone)}`, null],
    ["GET", "content?userId=ada&stream=1", null],
  ] as const) {
    const request = new Request(`http://localhost/sdk/${path}`, {
      ...{ method, headers: key },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const response = await door.door.fetch(request, "198.51.100.7");
    const { errors } = await response.json();
    expect([path, response.status, errors?.[0]?.field]).toEqual([path, 403, "userHash"]);
  }
  const mine = new Request(`http://localhost/sdk/content?userId=ada&userHash=${proof}`, { headers: key });
  expect((await door.door.fetch(mine, "198.51.100.7")).status).toBe(200);
});

test("a browser is given the key for push messages, once there is one", async () => {
  const ask = async () => {
    const url = `http://localhost/sdk/push?key=${door.publishableKey}`;
    return (await (await door.door.fetch(new Request(url), "198.51.100.7")).json()).data;
  };
  expect(await ask()).toEqual({ publicKey: null });
  await putProvider(ctx, "web_push", { settings: { subject: "mailto:push@shop.example" } });
  expect((await ask()).publicKey).toMatch(/^[\w-]{87}$/);
});

test("a proof is kept nowhere: neither with the message nor in the sample of a refused one", async () => {
  const key = await keyIn("required");
  const proof = userHash(secret, "ada");
  await door.post("/api/batch", { batch: [{ type: "track", event: "", userId: "ada", userHash: proof }] }, key);
  const kept = await door.database.sql`
    select context::text from events union all select samples::text from refused_messages`;
  expect(kept.length).toBeGreaterThan(1);
  expect(JSON.stringify(kept)).not.toContain(proof);
});

test("where it only warns, everything is taken and noted; secret keys and other sites are never asked", async () => {
  const key = await keyIn("warn");
  const identify = { userId: "warned", traits: {} };
  expect((await door.post("/api/identify", identify, key)).status).toBe(200);
  expect(
    (await door.post("/api/batch", { batch: [{ type: "alias", userId: "warned", previousId: "older" }] }, key)).status,
  ).toBe(200);
  const [noted] = await door.database.sql`
    select sum(count)::int as count from refused_messages where reason = 'unproved_stored'`;
  expect(noted?.count).toBe(3);
  const publishable = key.authorization?.replace("Bearer ", "") ?? "";
  const asked = new Request(`http://localhost/sdk/content?userId=warned&key=${publishable}`);
  expect((await door.door.fetch(asked, "198.51.100.7")).status).toBe(200);
  const [page] = await door.database.sql`
    select sum(count)::int as count, max(samples::text) as samples from refused_messages
    where reason = 'unproved_stored' and samples::text like '%/sdk/content%'`;
  expect(page?.count).toBeGreaterThan(0);
  await keyIn("required");
  expect((await door.post("/api/identify", { userId: "by-server" })).status).toBe(200);
  const other = { authorization: `Bearer ${door.publishableKey}` };
  expect((await door.post("/api/identify", { userId: "other-site" }, other)).status).toBe(200);
});

test("two secrets count until the former one is ended, and a third has to wait for that", async () => {
  const former = userHash(secret, "ada");
  const next = await rotateProofSecret(ctx, siteId);
  expect(next.userProof).toMatchObject({ hasFormerSecret: true });
  await expect(rotateProofSecret(ctx, siteId)).rejects.toThrow(/Two secrets/);
  const both = await keyIn("required");
  const send = async (hash: string, key: Record<string, string>) =>
    (await door.post("/api/identify", { userId: "ada", userHash: hash }, key)).status;
  expect([await send(former, both), await send(userHash(next.secret, "ada"), both)]).toEqual([200, 200]);
  await endFormerProofSecret(ctx, siteId);
  const one = await keyIn("required");
  expect([await send(former, one), await send(userHash(next.secret, "ada"), one)]).toEqual([403, 200]);
});
