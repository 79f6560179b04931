import { beforeEach, describe, expect, test } from "vitest";
import { issueToken, setFirstPassword, startSession } from "#services/accounts";
import { resetAccount } from "#services/second-factor";
import { totpCode } from "#signatures";
import { findUser } from "#store/users";
import { POST as callLibrary } from "./auth/[...all]/route.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { addMember } from "./testing/members.ts";

const PASSWORD = "a long enough password";

let api: ApiFixture;
let userId: string;
let email: string;
let cookie: string;
beforeEach(async () => {
  api = await apiFixture();
  userId = await addMember(api, "owner");
  email = (await findUser(api.database.orm, userId))?.email ?? "";
  cookie = await byLink();
  await setFirstPassword(userId, { password: PASSWORD });
});

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
const byLink = async () => (await startSession(email, new Headers())).map((line) => line.split(";")[0]).join("; ");
const byPassword = async (password = PASSWORD) => {
  const body = JSON.stringify({ email, password });
  const headers = { "content-type": "application/json", origin: "http://localhost:3000" };
  return callLibrary(new Request("http://localhost:3000/api/auth/sign-in/email", { method: "POST", headers, body }));
};
const post = (path: string, body: unknown, of = cookie) =>
  send("POST", `/api/auth/${path}`, { body, headers: { cookie: of, "x-sojourn-address": "203.0.113.9" } });
const dataOf = async <Data>(response: Response): Promise<Data> => ((await response.json()) as { data: Data }).data;
const mayRead = async (of: string) => (await send("GET", "/api/me", { headers: { cookie: of } })).status;
/** The code of a step from now: a step of a code that was taken does not count again. */
const codeOf = (secret: string, ahead = 0) => totpCode(secret, Math.floor(Date.now() / 30_000) + ahead);
const actions = async () => {
  const rows = await api.database.sql<{ action: string }[]>`
    select action from audit_log where workspace_id = ${api.workspaceId} and action like 'account.%' order by at, id`;
  return rows.map(({ action }) => action);
};

async function setUp(): Promise<{ secret: string; backupCodes: string[] }> {
  const started = await post("second-factor/totp", { password: PASSWORD });
  expect(started.status).toBe(200);
  const { secret } = await dataOf<{ secret: string }>(started);
  const confirmed = await post("second-factor/totp/confirm", { code: codeOf(secret, -1) });
  expect(confirmed.status).toBe(200);
  return { secret, backupCodes: (await dataOf<{ backupCodes: string[] }>(confirmed)).backupCodes };
}

describe("a second factor", () => {
  test("is asked after a password, a sign-in link and in sessions from before, and a code counts once", async () => {
    const before = await byLink();
    const { secret } = await setUp();
    expect(await mayRead(cookie)).toBe(200);
    const link = await byLink();
    const password = cookieOf(await byPassword());
    for (const pending of [before, link, password]) {
      expect(await mayRead(pending)).toBe(401);
      expect((await post("second-factor/totp/remove", { password: PASSWORD }, pending)).status).toBe(401);
      expect((await post("passkeys/options", { password: PASSWORD }, pending)).status).toBe(401);
      expect((await send("GET", "/api/auth/sessions", { headers: { cookie: pending } })).status).toBe(401);
      const change = { currentPassword: PASSWORD, newPassword: "another long password" };
      expect((await post("change-password", change, pending)).status).toBe(401);
    }
    expect((await post("second-factor", { code: "000000" }, link)).status).toBe(401);
    expect((await post("second-factor", { code: codeOf(secret, -1) }, link)).status).toBe(401);
    const code = codeOf(secret);
    const given = await post("second-factor", { code: `${code.slice(0, 3)} ${code.slice(3)}` }, link);
    expect([given.status, await dataOf(given)]).toEqual([
      200,
      { isOn: true, isPending: false, ways: ["totp", "backup_code"], backupCodesLeft: 10 },
    ]);
    expect([await mayRead(cookieOf(given)), await mayRead(link)]).toEqual([200, 401]);
    expect((await post("second-factor", { code }, password)).status).toBe(401);
  });

  test("is given by each backup code once, and new ones replace those before", async () => {
    const { backupCodes } = await setUp();
    expect(new Set(backupCodes).size).toBe(10);
    const [first = "", second = ""] = backupCodes;
    const pending = await byLink();
    const race = await Promise.all([1, 2, 3].map(() => post("second-factor", { code: first.toUpperCase() }, pending)));
    expect(race.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await post("second-factor/backup-codes", { password: "wrong" })).status).toBe(422);
    expect((await post("second-factor/backup-codes", { password: PASSWORD })).status).toBe(200);
    expect((await post("second-factor", { code: second }, await byLink())).status).toBe(401);
    const rows = await api.database.sql`select * from backup_codes where user_id = ${userId}`;
    expect(JSON.stringify(rows)).not.toContain(second.replaceAll("-", ""));
  });

  test("is part of a token for programs", async () => {
    const { secret } = await setUp();
    const token = (code?: string) => send("POST", "/api/auth/token", { body: { email, password: PASSWORD, code } });
    expect([(await token()).status, (await token("123456")).status]).toEqual([401, 401]);
    const made = await token(codeOf(secret));
    expect(made.status).toBe(200);
    const { token: bearer } = await dataOf<{ token: string }>(made);
    expect((await send("GET", "/api/me", { key: bearer })).status).toBe(200);
    const { token: without } = await issueToken({ userId, workspaceId: null });
    expect((await send("GET", "/api/me", { key: without })).status).toBe(401);
  });

  test("waits after five wrong codes, across sessions, also for the right one", async () => {
    const { secret } = await setUp();
    for (let turn = 0; turn < 5; turn++)
      expect((await post("second-factor", { code: "000000" }, await byLink())).status).toBe(401);
    const refused = await post("second-factor", { code: codeOf(secret) }, await byLink());
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
    await api.database.sql`update sign_in_attempts set blocked_until = now()`;
    expect((await post("second-factor", { code: codeOf(secret) }, await byLink())).status).toBe(200);
  });

  test("is removed with the password only, and leaves the account without one", async () => {
    const { secret } = await setUp();
    expect((await post("second-factor/totp", { password: PASSWORD })).status).toBe(409);
    for (const body of [{}, { password: "wrong" }]) {
      const refused = await post("second-factor/totp/remove", body);
      expect([refused.status, ((await refused.json()) as { errors: { field: string }[] }).errors[0]?.field]).toEqual([
        422,
        "password",
      ]);
    }
    expect((await post("second-factor/totp/remove", { password: PASSWORD })).status).toBe(204);
    expect(await mayRead(await byLink())).toBe(200);
    expect((await post("second-factor", { code: codeOf(secret) }, await byLink())).status).toBe(401);
    expect(await actions()).toEqual([
      "account.set_password",
      "account.add_authenticator_app",
      "account.remove_authenticator_app",
      "account.end_second_factor",
    ]);
  });

  test("required by a workspace: members without one can only set one up, and nobody there removes theirs", async () => {
    const patch = (secondFactor: unknown) =>
      send("PATCH", "/api/workspace", { headers: { cookie }, body: { settings: { secondFactor } } });
    expect((await patch("required")).status).toBe(422);
    await setUp();
    expect(
      (await send("PATCH", "/api/workspace", { key: api.secretKey, body: { settings: { secondFactor: null } } }))
        .status,
    ).toBe(403);
    expect((await patch("sometimes")).status).toBe(422);
    expect((await patch("required")).status).toBe(200);
    const viewer = await addMember(api, "viewer");
    const { token } = await issueToken({ userId: viewer, workspaceId: api.workspaceId });
    const get = async (path: string) => send("GET", path, { key: token });
    expect([(await get("/api/journeys")).status, (await get("/api/auth/second-factor")).status]).toEqual([403, 200]);
    expect(await dataOf(await get("/api/me"))).toMatchObject({ lacksSecondFactor: true });
    expect((await post("second-factor/totp/remove", { password: PASSWORD })).status).toBe(409);
    expect(await mayRead(cookie)).toBe(200);
    expect((await send("GET", "/api/journeys", { key: api.secretKey })).status).toBe(200);
  });

  test("is reset by the operator's command, with the password and all sessions", async () => {
    await setUp();
    const link = await resetAccount(email.toUpperCase());
    expect(await mayRead(cookie)).toBe(401);
    expect((await byPassword()).status).toBe(401);
    const body = { token: new URL(link ?? "").searchParams.get("token") };
    const opened = await send("POST", "/api/auth/welcome", { body });
    expect([opened.status, await mayRead(cookieOf(opened))]).toEqual([200, 200]);
    expect(await actions()).toContain("account.reset");
    expect(await resetAccount("nobody@example.com")).toBeNull();
  });
});
