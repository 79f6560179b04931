import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, type Database, openDatabase } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { countAttempt } from "#store/sign-in-attempts";
import { testWorkspace } from "#store/testing";
import {
  checkPassword,
  createFirstOwner,
  createKey,
  findKey,
  issueToken,
  openSignInLink,
  readSession,
  setFirstPassword,
  signInLink,
  verifyToken,
} from "./index.ts";

const INIT = {
  email: "ada@example.com",
  password: null,
  workspace: "Analytical Engines",
  secretKey: "sk_from_the_environment_1",
  publishableKey: "pk_from_the_environment_1",
};

let database: Database;
beforeAll(async () => {
  const made = await testDatabase();
  database = openDatabase(made.url);
});
afterAll(closeDatabase);

const cookieOf = (setCookies: readonly string[]) => setCookies.map((line) => line.split(";")[0]).join("; ");
const tokenOf = (link: string | null) => new URL(link ?? "http://none").searchParams.get("token") ?? "";

test("processes that start at once create one owner, one workspace, one site and the given keys", async () => {
  const outcomes = await Promise.all([createFirstOwner(INIT), createFirstOwner(INIT), createFirstOwner(INIT)]);
  expect(outcomes.filter((outcome) => outcome.created)).toHaveLength(1);
  const { orm } = database;
  expect(await orm.select({ email: schema.users.email }).from(schema.users)).toEqual([{ email: INIT.email }]);
  const [workspace] = await orm.select().from(schema.workspaces);
  expect(workspace).toMatchObject({ name: "Analytical Engines", slug: "analytical-engines" });
  const secret = await findKey(INIT.secretKey);
  const publishable = await findKey(INIT.publishableKey);
  const [site] = await orm.select({ id: schema.sites.id }).from(schema.sites);
  expect(secret).toMatchObject({ kind: "secret", workspaceId: workspace?.id, siteId: null });
  expect(publishable).toMatchObject({ kind: "publishable", siteId: site?.id });
});

test("a one-time link signs its owner in once, and no more than once", async () => {
  const token = tokenOf(await signInLink());
  const cookies = await openSignInLink(token, new Headers());
  expect(cookies).not.toBeNull();
  const session = await readSession(new Headers({ cookie: cookieOf(cookies ?? []) }));
  const [owner] = await database.orm.select({ id: schema.users.id }).from(schema.users);
  expect(session).toMatchObject({ userId: owner?.id });
  expect(await openSignInLink(token, new Headers())).toBeNull();
  expect(await openSignInLink("made-up", new Headers())).toBeNull();
});

test("the link's token is not in the database", async () => {
  const token = tokenOf(await signInLink());
  const rows = await database.orm.select().from(schema.verifications);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("once the owner has a password there is no more link, and the password signs in", async () => {
  const [owner] = await database.orm.select({ id: schema.users.id }).from(schema.users);
  const userId = owner?.id ?? "";
  const printedBefore = tokenOf(await signInLink());
  await setFirstPassword(userId, { password: "a long enough password", email: "Ada@Lovelace.example", name: "Ada" });
  expect(await signInLink()).toBeNull();
  // Who reads the log of an earlier start does not become the owner.
  expect(await openSignInLink(printedBefore, new Headers())).toBeNull();
  expect(await checkPassword("ada@lovelace.example", "a long enough password")).toEqual({ userId });
  expect(await checkPassword("ada@lovelace.example", "another password")).toBeNull();
  expect(await checkPassword("nobody@example.com", "a long enough password")).toBeNull();
  await expect(setFirstPassword(userId, { password: "and another one" })).rejects.toMatchObject({ code: "conflict" });
});

test("a token stands for its user and workspace; a changed one for nobody", async () => {
  const [owner] = await database.orm.select({ id: schema.users.id }).from(schema.users);
  const userId = owner?.id ?? "";
  const { token } = await issueToken({ userId, workspaceId: "workspace-1" });
  expect(await verifyToken(token)).toMatchObject({ userId, workspaceId: "workspace-1" });
  const [head, , tail] = token.split(".");
  const forged = Buffer.from(JSON.stringify({ sub: "user-2", aud: "sojourn-api", exp: 9_999_999_999 })).toString(
    "base64url",
  );
  expect(await verifyToken(`${head}.${forged}.${tail}`)).toBeNull();
  expect(await verifyToken("nothing")).toBeNull();
});

test("a secret key is stored as a hash only, and a revoked one is nobody's", async () => {
  const { workspaceId, siteId } = await testWorkspace(database);
  const { row: stored, plain } = await createKey(database.orm, {
    workspaceId,
    siteId,
    kind: "secret",
    name: "Backend",
  });
  expect(plain).toMatch(/^sk_[A-Za-z0-9_-]{32}$/);
  const [row] = await database.orm.select().from(schema.apiKeys).where(eq(schema.apiKeys.id, stored.id));
  expect(JSON.stringify(row)).not.toContain(plain);
  const { plain: revoked, row: revokedRow } = await createKey(database.orm, {
    workspaceId,
    siteId,
    kind: "secret",
    name: "Old",
  });
  await database.orm.update(schema.apiKeys).set({ revokedAt: new Date() }).where(eq(schema.apiKeys.id, revokedRow.id));
  expect(await findKey(plain)).toMatchObject({ keyId: stored.id, workspaceId });
  expect(await findKey(revoked)).toBeNull();
  expect(await findKey("sk_'; drop table users; --")).toBeNull();
});

test("T16: mistakes of an address count from the first of them for an hour, though people sign in there every day", async () => {
  const office = { free: 3, longestSeconds: 900, seconds: 3_600, since: "first" } as const;
  const attempt = () => countAttempt(database.sql, "address:office", office);
  for (let mistakes = 0; mistakes < 2; mistakes += 1) expect(await attempt()).toBeNull();
  await database.sql`update sign_in_attempts set last_at = now() - interval '2 hours' where subject = 'address:office'`;
  for (let mistakes = 0; mistakes < 3; mistakes += 1) expect(await attempt()).toBeNull();
  expect(await attempt()).toBeGreaterThan(0);
});
