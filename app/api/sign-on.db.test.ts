import { beforeAll, describe, expect, test } from "vitest";
import { type Config, config } from "#config";
import { newId } from "#db";
import { issueToken, setFirstPassword } from "#services/accounts";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { CLIENT, type IdentityProvider, identityProvider, type Person } from "./testing/identity-provider.ts";
import { addMember } from "./testing/members.ts";

const people = new Map<string, Person>();
const CALLBACK = `${config().baseUrl}/api/auth/sso/callback`;
const PASSWORD = "a long enough password";

let api: ApiFixture;
let provider: IdentityProvider;
beforeAll(async () => {
  api = await apiFixture();
  provider = await identityProvider(people, CALLBACK);
  const { issuer } = provider;
  // The environment is the same for all tests of a worker; the configuration is not.
  Object.assign(config() as { -readonly [Key in keyof Config]: Config[Key] }, {
    oidc: { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, name: "Test" },
  });
  return () => Object.assign(config(), { oidc: null });
});

const cookieOf = (response: Response, name: string) => {
  const line = response.headers.getSetCookie().find((one) => one.startsWith(`${name}=`) && !one.includes("Max-Age=0"));
  return line?.split(";")[0] ?? "";
};

/** Signs in at the provider under a name; what is sent back may be changed. */
async function signOn(name: string, change: (back: URL) => void = () => undefined) {
  const started = await send("GET", "/api/auth/sso?next=/people%3Fsearch%3Dada", {});
  expect(started.status).toBe(302);
  return finish(started.headers.get("location") ?? "", name, cookieOf(started, "sojourn_sign_on"), change);
}

async function finish(address: string, name: string, cookie: string, change: (back: URL) => void = () => undefined) {
  const back = await provider.signIn(address, name);
  change(back);
  const again = () => send("GET", `/api/auth/sso/callback${back.search}`, { headers: { cookie } });
  const response = await again();
  const { pathname, search } = new URL(response.headers.get("location") ?? "http://none");
  return { to: pathname + search, session: cookieOf(response, "sojourn.session_token"), again };
}

const emailOf = (userId: string) => `${userId}@example.com`;
const whoIs = async (cookie: string) => {
  const response = await send("GET", "/api/me", { headers: { cookie } });
  return response.status === 200 ? ((await response.json()) as { data: { user: { id: string } } }).data.user.id : null;
};
/** An invited member who has never signed in, known to the provider. */
async function invited(person: Partial<Person> = {}) {
  const userId = await addMember(api, "editor");
  const name = newId();
  people.set(name, { email: emailOf(userId), email_verified: true, ...person });
  return { userId, name };
}

describe("signing in by OpenID Connect", () => {
  test("an invited member signs in by a verified address, then by the subject alone", async () => {
    const { userId, name } = await invited();
    const { token } = await issueToken({ userId, workspaceId: null });
    const first = await signOn(name);
    expect([first.to, await whoIs(first.session)]).toEqual(["/people?search=ada", userId]);
    // Sessions that came by the link of the invitation end.
    expect((await send("GET", "/api/me", { key: token })).status).toBe(401);
    people.set(name, { email: "renamed@example.com", email_verified: false });
    expect(await whoIs((await signOn(name)).session)).toBe(userId);
    const noted = await api.database.sql`
      select detail from audit_log where action = 'account.connect_sign_on' and subject = ${userId}`;
    expect(noted).toEqual([{ detail: { issuer: provider.issuer, email: emailOf(userId) } }]);
  });

  test("no account is taken over: not by an unverified address, nor one that has a password", async () => {
    const unverified = await invited({ email_verified: false });
    expect(await signOn(unverified.name)).toMatchObject({ to: "/sign-in?refused=unverified", session: "" });
    const settled = await invited();
    await setFirstPassword(settled.userId, { password: PASSWORD });
    expect(await signOn(settled.name)).toMatchObject({ to: "/sign-in?refused=has_login", session: "" });
    people.set("stranger", { email: "stranger@example.com", email_verified: true });
    expect(await signOn("stranger")).toMatchObject({ to: "/sign-in?refused=not_invited", session: "" });
    const rows = await api.database.orm.select().from(schema.logins);
    expect(rows.filter(({ userId }) => [unverified.userId, settled.userId].includes(userId))).toHaveLength(1);
  });

  test("an account with a password is connected by its user, signed in, with the password", async () => {
    const { userId, name } = await invited();
    await setFirstPassword(userId, { password: PASSWORD });
    const body = { email: emailOf(userId), password: PASSWORD };
    const { data } = (await (await send("POST", "/api/auth/token", { body })).json()) as { data: { token: string } };
    const connect = (password: string) =>
      send("POST", "/api/auth/sso/connect", { key: data.token, body: { password } });
    expect((await connect("not the one")).status).toBe(422);
    const started = await connect(PASSWORD);
    const { address } = ((await started.json()) as { data: { address: string } }).data;
    // The browser that comes back has to be signed in as the user who began.
    const state = cookieOf(started, "sojourn_sign_on");
    expect((await finish(address, name, state)).to).toBe("/sign-in?refused=expired");
    const other = await invited();
    const { session } = await signOn(other.name);
    const again = await connect(PASSWORD);
    const location = ((await again.json()) as { data: { address: string } }).data.address;
    const cookies = `${cookieOf(again, "sojourn_sign_on")}; ${session}`;
    expect((await finish(location, name, cookies)).to).toBe("/sign-in?refused=expired");
    expect(await signOn(name)).toMatchObject({ to: "/sign-in?refused=has_login" });
  });

  test("an answer counts once, in the browser that asked, unchanged", async () => {
    const { name } = await invited();
    const done = await signOn(name);
    expect(done.session).not.toBe("");
    expect(new URL((await done.again()).headers.get("location") ?? "").search).toBe("?refused=expired");
    const started = await send("GET", "/api/auth/sso", {});
    expect(await finish(started.headers.get("location") ?? "", name, "")).toMatchObject({
      to: "/sign-in?refused=expired",
      session: "",
    });
    const forged = await signOn(name, (back) => back.searchParams.set("code", "made-up"));
    expect(forged).toMatchObject({ to: "/sign-in?refused=failed", session: "" });
    const otherState = await signOn(name, (back) => back.searchParams.set("state", "made-up"));
    expect(otherState).toMatchObject({ to: "/sign-in?refused=failed", session: "" });
  });

  test("leads on within this site only, and asks for the second factor", async () => {
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/api/auth/sso"]) {
      const { userId, name } = await invited();
      const started = await send("GET", `/api/auth/sso?next=${encodeURIComponent(next)}`, {});
      const cookie = cookieOf(started, "sojourn_sign_on");
      await api.database.sql`update users set has_second_factor = true where id = ${userId}`;
      const { to, session } = await finish(started.headers.get("location") ?? "", name, cookie);
      expect([to, session === "", await whoIs(session)]).toEqual(["/journeys", false, null]);
    }
  });

  test("a provider that does not answer leads back to the page for signing in", async () => {
    const { oidc } = config();
    Object.assign(config(), { oidc: { ...oidc, issuer: "http://127.0.0.1:1" } });
    const refused = await send("GET", "/api/auth/sso", {});
    expect([refused.status, new URL(refused.headers.get("location") ?? "").search]).toEqual([
      302,
      "?refused=unavailable",
    ]);
    Object.assign(config(), { oidc });
  });

  test("a session left open gives its account no password; a link user sets one, and others are signed out", async () => {
    const { userId, name } = await invited();
    const { session } = await signOn(name);
    await api.database
      .sql`update sessions set created_at = created_at - interval '20 minutes' where user_id = ${userId}`;
    const headers = { cookie: session, origin: "http://localhost" };
    const body = { password: "a row of some words" };
    const late = await send("POST", "/api/auth/password", { headers, body });
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining("sign in again first")]);
  });

  test("is not offered without a provider", async () => {
    const { oidc } = config();
    Object.assign(config(), { oidc: null });
    expect((await send("GET", "/api/auth/sso", {})).status).toBe(404);
    Object.assign(config(), { oidc });
  });
});
