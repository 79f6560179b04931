import { beforeAll, expect, test } from "vitest";
import { issueToken, startSession } from "#services/accounts";
import { findUser } from "#store/users";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { addMember } from "./testing/members.ts";

type Listed = { data: { id: string; device: string; address: string | null; isCurrent: boolean }[] };

let api: ApiFixture;
let userId: string;
beforeAll(async () => {
  api = await apiFixture();
  userId = await addMember(api, "viewer");
});

const signIn = async (userAgent: string, of = userId) => {
  const email = (await findUser(api.database.orm, of))?.email ?? "";
  const set = await startSession(email, new Headers({ "user-agent": userAgent, "x-sojourn-address": "203.0.113.9" }));
  return { cookie: set.map((line) => line.split(";")[0]).join("; ") };
};
const list = async (headers: Record<string, string>) =>
  (await api.call<Listed>("GET /api/auth/sessions", { key: "", headers })).body.data;
const statusOf = async (headers: Record<string, string>) => (await send("GET", "/api/me", { headers })).status;
const entries = () => api.database.sql<{ workspaceId: string; action: string; detail: unknown }[]>`
  select workspace_id as "workspaceId", action, detail from audit_log where actor = ${`user:${userId}`} order by at`;

test("a session that is ended, of a browser or of a token, signs in no more", async () => {
  const laptop = await signIn("Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0.0.0 Safari/537.36");
  const phone = await signIn("Mozilla/5.0 (Linux; Android 15) Chrome/153.0.0.0 Mobile Safari/537.36");
  const { token } = await issueToken({ userId, workspaceId: null, address: "198.51.100.7", userAgent: "curl/8.5.0" });
  const program = { authorization: `Bearer ${token}` };
  const sessions = await list(laptop);
  expect(sessions.map(({ device, address, isCurrent }) => [device, address, isCurrent]).sort()).toEqual([
    ["Chrome on Android", "203.0.113.9", false],
    ["Chrome on Linux", "203.0.113.9", true],
    ["curl 8.5.0", "198.51.100.7", false],
  ]);
  expect((await list(program)).find(({ isCurrent }) => isCurrent)?.device).toBe("curl 8.5.0");
  const curl = sessions.find(({ device }) => device === "curl 8.5.0")?.id;
  expect(await statusOf(program)).toBe(200);
  expect((await send("DELETE", `/api/auth/sessions/${curl}`, { headers: laptop })).status).toBe(204);
  expect(await statusOf(program)).toBe(401);
  const others = await api.call("POST /api/auth/sessions/end-others", { key: "", headers: laptop });
  expect([others.status, others.body]).toEqual([200, { data: { ended: 1 } }]);
  expect([await statusOf(laptop), await statusOf(phone)]).toEqual([200, 401]);
  expect(await entries()).toEqual([
    { workspaceId: api.workspaceId, action: "account.end_session", detail: { device: "curl 8.5.0" } },
    { workspaceId: api.workspaceId, action: "account.end_sessions", detail: { ended: 1 } },
  ]);
});

test("the sessions of others are nobody else's, and keys have none", async () => {
  const own = await signIn("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0");
  const strangers = await signIn("curl/8", await addMember(await apiFixture(), "owner"));
  const [theirs] = await list(strangers);
  for (const id of [theirs?.id, "nothing", "0197a000-0000-7000-8000-00000000000f"])
    expect((await send("DELETE", `/api/auth/sessions/${id}`, { headers: own })).status).toBe(404);
  expect(await statusOf(strangers)).toBe(200);
  const routes = [
    ["GET", "/api/auth/sessions"],
    ["DELETE", `/api/auth/sessions/${theirs?.id}`],
    ["POST", "/api/auth/sessions/end-others"],
  ] as const;
  for (const [method, path] of routes) {
    expect((await send(method, path, {})).status).toBe(401);
    expect((await send(method, path, { key: api.secretKey })).status).toBe(403);
    expect((await send(method, path, { key: api.publishableKey })).status).toBe(403);
  }
  const foreign = { ...own, origin: "https://evil.example", host: "localhost" };
  expect((await send("POST", "/api/auth/sessions/end-others", { headers: foreign })).status).toBe(403);
});

test("the last use of a session is noted, to the minute", async () => {
  const cookie = await signIn("curl/8");
  const seen = () => api.database.sql<{ at: Date | null }[]>`
    select max(last_seen_at) as at from sessions where user_id = ${userId}`;
  await list(cookie);
  expect((await seen())[0]?.at).toBeNull();
  await api.database.sql`update sessions set created_at = now() - interval '2 minutes' where user_id = ${userId}`;
  await list(cookie);
  expect((await seen())[0]?.at).not.toBeNull();
});
