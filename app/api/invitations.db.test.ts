import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { checkPassword, setFirstPassword } from "#services/accounts";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";

type Invited = { data: { userId: string; status: string; signInLink: string | null; invitationLink: string | null } };

let first: ApiFixture;
let second: ApiFixture;
let email: string;
beforeEach(async () => {
  first = await apiFixture();
  second = await apiFixture();
  email = `${crypto.randomUUID()}@example.com`;
});

const invite = async (api: ApiFixture, role = "viewer") => {
  const cookie = await signSessionFor(api, "owner");
  const answer = await api.call<Invited>("POST /api/members", {
    key: "",
    headers: { cookie },
    body: { email, role },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data;
};
const remove = async (api: ApiFixture, userId: string) => {
  const cookie = await signSessionFor(api, "owner");
  const answer = await send("DELETE", `/api/members/${userId}`, { headers: { cookie } });
  expect(answer.status).toBe(204);
};
const open = async (link: string | null, cookie = "") => {
  const token = new URL(link ?? "http://none").searchParams.get("token") ?? "none";
  const response = await send("POST", "/api/auth/welcome", { body: { token }, headers: cookie ? { cookie } : {} });
  const set = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { status: response.status, body: await response.text(), cookie: set.join("; ") };
};
const workspacesOf = async (cookie: string) => {
  const response = await send("GET", "/api/me", { headers: { cookie } });
  const body = (await response.json()) as { data?: { workspaces: { id: string }[] } };
  return body.data?.workspaces.map(({ id }) => id) ?? [];
};
/** The person themselves: came by the first workspace's link and chose a password. */
const settleIn = async (api: ApiFixture) => {
  const { signInLink, userId } = await invite(api);
  const { cookie } = await open(signInLink);
  await setFirstPassword(userId, { password: "a long enough password" });
  return { userId, cookie };
};

describe("an invitation of an address that has an account", () => {
  it("T5: pending in another workspace gives the inviter no way into that account", async () => {
    const pending = await invite(first, "owner");
    const taken = await invite(second);
    expect(taken).toMatchObject({ userId: pending.userId, signInLink: null, status: "invited" });
    const opened = await open(taken.invitationLink);
    expect([opened.status, opened.cookie]).toEqual([409, ""]);
    expect((await open(pending.signInLink)).status).toBe(200);
  });

  it("T5: is accepted by the account's owner, with the link, once, and gives nothing before", async () => {
    const { cookie } = await settleIn(first);
    const { invitationLink, signInLink, status } = await invite(second);
    expect([signInLink, status]).toEqual([null, "invited"]);
    expect(await workspacesOf(cookie)).toEqual([first.workspaceId]);
    const wanted = await send("PUT", "/api/me/workspace", {
      headers: { cookie },
      body: { workspaceId: second.workspaceId },
    });
    expect(wanted.status).toBe(404);
    const strangers = await open(invitationLink, await signSessionFor(second, "owner"));
    expect(strangers.status).toBe(409);
    const accepted = await open(invitationLink, cookie);
    expect(accepted.status, accepted.body).toBe(200);
    expect(await workspacesOf(cookie)).toEqual([first.workspaceId, second.workspaceId]);
    expect((await open(invitationLink, cookie)).status).toBe(401);
  });

  it("T5: cannot be accepted by a session that came by the other workspace's link, before a password is chosen", async () => {
    const { signInLink, userId } = await invite(first);
    const { invitationLink } = await invite(second);
    const { cookie } = await open(signInLink);
    expect(await open(invitationLink, cookie)).toMatchObject({
      status: 409,
      body: expect.stringContaining("Choose a password"),
    });
    await setFirstPassword(userId, { password: "a long enough password" });
    expect((await open(invitationLink, cookie)).status).toBe(200);
  });

  it("T5: resets no password, and a member removed and invited again keeps theirs", async () => {
    const { userId, cookie } = await settleIn(first);
    await remove(first, userId);
    const again = await invite(first);
    expect(again).toMatchObject({ signInLink: null, status: "invited" });
    expect(await workspacesOf(cookie)).toEqual([]);
    expect(await checkPassword(email, "a long enough password")).toEqual({ userId });
    expect((await open(again.invitationLink, cookie)).status).toBe(200);
    expect(await workspacesOf(cookie)).toEqual([first.workspaceId]);
  });

  it("T5: an invited owner who has not accepted is not yet the owner that a workspace needs", async () => {
    await settleIn(first);
    await invite(second, "owner");
    const cookie = await signSessionFor(second, "owner");
    const [me] = await second.database.orm
      .select({ userId: schema.members.userId })
      .from(schema.members)
      .where(eq(schema.members.workspaceId, second.workspaceId));
    const answer = await send("PATCH", `/api/members/${me?.userId}`, { headers: { cookie }, body: { role: "viewer" } });
    expect(answer.status).toBe(409);
  });
});

describe("a sign-in link", () => {
  it("T5: is void once the member was removed, and the next one comes with a new invitation", async () => {
    const before = await invite(first);
    await remove(first, before.userId);
    expect((await open(before.signInLink)).status).toBe(401);
    const after = await invite(first);
    expect((await open(before.signInLink)).status).toBe(401);
    expect((await open(after.signInLink)).status).toBe(200);
    expect((await open(after.signInLink)).status).toBe(401);
  });

  it("T5: of an account that belongs nowhere any more comes from whom invites next, and ends its old sessions", async () => {
    const before = await invite(first);
    const { cookie } = await open(before.signInLink);
    expect(await workspacesOf(cookie)).toEqual([first.workspaceId]);
    await remove(first, before.userId);
    const after = await invite(second);
    expect(after).toMatchObject({ status: "active", signInLink: expect.any(String) });
    expect(await workspacesOf(cookie)).toEqual([]);
    const opened = await open(after.signInLink);
    expect(await workspacesOf(opened.cookie)).toEqual([second.workspaceId]);
  });

  it("T5: is not spent while no session can be made for it", async () => {
    const { signInLink } = await invite(first);
    const { sql } = first.database;
    await sql`alter table sessions rename to sessions_away`;
    try {
      expect((await open(signInLink)).status).toBeGreaterThanOrEqual(500);
    } finally {
      await sql`alter table sessions_away rename to sessions`;
    }
    const opened = await open(signInLink);
    expect(opened.status).toBe(200);
    expect(await workspacesOf(opened.cookie)).toContain(first.workspaceId);
    expect((await open(signInLink)).status).not.toBe(200);
  });

  it("T5: ends after a day, and when a password was chosen meanwhile", async () => {
    const old = await invite(first);
    const { members } = schema;
    await first.database.orm
      .update(members)
      .set({ linkExpiresAt: new Date(Date.now() - 1_000) })
      .where(eq(members.userId, old.userId));
    expect((await open(old.signInLink)).status).toBe(401);
    await remove(first, old.userId);
    const next = await invite(first);
    await setFirstPassword(next.userId, { password: "a long enough password" });
    expect((await open(next.signInLink)).status).toBe(401);
  });

  it("T5: is for the invited address: an invited account cannot take another one with its first password", async () => {
    const { userId } = await invite(first);
    const password = "a long enough password";
    await expect(setFirstPassword(userId, { password, email: "other@example.com" })).rejects.toMatchObject({
      code: "invalid",
      errors: [{ field: "email" }],
    });
    await setFirstPassword(userId, { password, email: email.toUpperCase() });
  });

  it("T5: T19: racing invitations of one new address make one account and one member, and answer 201 or 409", async () => {
    const cookies = await Promise.all([first, second].map((api) => signSessionFor(api, "owner")));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        send("POST", "/api/members", {
          headers: { cookie: cookies[index % 2] ?? "" },
          body: { email, role: "viewer" },
        }),
      ),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(made).toHaveLength(2);
    const bodies = (await Promise.all(made.map((answer) => answer.json()))) as Invited[];
    expect(bodies.filter(({ data }) => data.signInLink !== null)).toHaveLength(1);
  });
});
