import { beforeAll, describe, expect, test } from "vitest";
import { issueToken } from "#services/accounts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { addMember } from "./testing/members.ts";

type Key = { id: string; key: string; member: { email: string } | null; expiresAt: string | null };
type Role = "owner" | "editor" | "viewer";

let api: ApiFixture;
const members = {} as Record<Role, { userId: string; token: string }>;
beforeAll(async () => {
  api = await apiFixture();
  for (const role of ["owner", "editor", "viewer"] as const) {
    const userId = await addMember(api, role);
    members[role] = { userId, token: (await issueToken({ userId, workspaceId: api.workspaceId })).token };
  }
});

const create = (by: Role, body: Record<string, unknown>) =>
  api.call<{ data: Key }>("POST /api/keys", { key: members[by].token, body: { name: "Program", ...body } });
const read = (key: string) => send("GET", "/api/journeys", { key });
const draft = (key: string) => send("POST", "/api/segments", { key, body: { name: crypto.randomUUID() } });
const listedBy = async (by: Role) => {
  const answer = await api.call<{ data: Key[] }>("GET /api/keys", { key: members[by].token });
  return answer.body.data.map(({ id }) => id);
};

describe("a personal key", () => {
  test("does what its member may, as long as they are one", async () => {
    const { body } = await create("viewer", { isPersonal: true });
    expect(body.data.member?.email).toBe(`${members.viewer.userId}@example.com`);
    expect([(await read(body.data.key)).status, (await draft(body.data.key)).status]).toEqual([200, 403]);
    const editors = await create("editor", { isPersonal: true });
    expect((await draft(editors.body.data.key)).status).toBe(201);
    const gone = await addMember(api, "editor");
    const { token } = await issueToken({ userId: gone, workspaceId: api.workspaceId });
    const theirs = await api.call<{ data: Key }>("POST /api/keys", {
      key: token,
      body: { name: "Gone", isPersonal: true },
    });
    await api.database.sql`delete from members where user_id = ${gone}`;
    const refused = await read(theirs.body.data.key);
    expect([refused.status, await refused.text()]).toEqual([
      401,
      expect.stringContaining("does not belong to the workspace"),
    ]);
  });

  test("is made by no key, seen by its member and owners, and revoked by them", async () => {
    expect((await create("editor", {})).status).toBe(403);
    const byKey = await api.call("POST /api/keys", { body: { name: "No", isPersonal: true } });
    expect(byKey.status).toBe(403);
    const mine = (await create("editor", { isPersonal: true })).body.data.id;
    const others = (await create("owner", { isPersonal: true })).body.data.id;
    const service = (await create("owner", {})).body.data.id;
    const seen = async (by: Role) => (await listedBy(by)).filter((id) => [mine, others, service].includes(id));
    expect(await seen("owner")).toEqual([mine, others, service]);
    expect(await seen("editor")).toEqual([mine, service]);
    expect(await seen("viewer")).toEqual([]);
    const revoke = async (by: string, id: string) => (await send("DELETE", `/api/keys/${id}`, { key: by })).status;
    expect(await revoke(members.editor.token, service)).toBe(404);
    expect(await revoke(members.editor.token, others)).toBe(404);
    expect(await revoke(api.secretKey, mine)).toBe(403);
    expect(await revoke(members.editor.token, mine)).toBe(204);
    expect(await revoke(members.owner.token, others)).toBe(204);
  });
});

describe("a key with an end", () => {
  test("is refused from then on, with the time, and cannot be made for the past", async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body } = await create("owner", { expiresAt });
    expect(body.data.expiresAt).toBe(expiresAt);
    const ended = await create("owner", { expiresAt });
    await api.database
      .sql`update api_keys set expires_at = now() - interval '1 second' where id = ${ended.body.data.id}`;
    const refused = await read(ended.body.data.key);
    expect([refused.status, await refused.text()]).toEqual([401, expect.stringMatching(/This key expired at 20/)]);
    expect((await read(body.data.key)).status).toBe(200);
    const past = await create("owner", { expiresAt: "2020-01-01T00:00:00Z" });
    expect([past.status, past.body.errors?.[0]?.field]).toEqual([422, "expiresAt"]);
    const site = { kind: "publishable", siteId: api.siteId, expiresAt };
    expect((await create("owner", site)).status).toBe(422);
  });
});
