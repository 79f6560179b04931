import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openChannels } from "#channels";
import { type MailServer, startMailServer } from "#channels/testing";
import { sendSenderLinks } from "#runtime";
import type { SenderIdentity } from "#services/sender-identities";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { signSessionFor } from "./testing/members.ts";
import { drawn, published } from "./testing/walk.ts";

type One = { data: SenderIdentity };
type Saved = { warnings: { code: string; field: string; message: string }[] };

let api: ApiFixture;
let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer({ refuse: (to) => (to.startsWith("gone") ? 550 : to.startsWith("busy") ? 451 : null) });
});
beforeEach(async () => {
  api = await apiFixture();
});
afterAll(() => mail.close());

const add = async (email: string, more: Record<string, unknown> = {}) =>
  (await api.call<One>("POST /api/sender-identities", { body: { email, ...more } })).body.data;
const get = async (id: string) => (await api.call<One>(`GET /api/sender-identities/${id}`)).body.data;

async function sendLinks(smtpUrl: string | null = mail.url): Promise<void> {
  const channels = openChannels({ smtpUrl, defaultFrom: "Sojourn <journeys@sojourn.example>" });
  await sendSenderLinks({ database: api.database, channels, baseUrl: "https://sojourn.example" });
  await channels.close();
}

async function declare(id: string, role: "editor" | "owner" = "owner"): Promise<number> {
  const headers = { cookie: await signSessionFor(api, role) };
  return (await api.call(`POST /api/sender-identities/${id}/verify/declaration`, { key: "", headers })).status;
}

const tokenOf = (to: string) => {
  const text = mail.mails.filter((sent) => sent.to === to).at(-1)?.text ?? "";
  return /https:\/\/sojourn\.example\/verify-sender\?token=(\S+)/.exec(text)?.[1] ?? "";
};
const open = (token: string) =>
  api.call<{ data: { email: string } }>("POST /api/sender-identities/verify", { body: { token } });

test("an identity has a key and a number, and is found by each of its names", async () => {
  const first = await add(" Hello@Acme.example ", { name: "Acme" });
  expect(first).toMatchObject({
    key: "hello-acme-example",
    number: 1,
    email: "hello@acme.example",
    name: "Acme",
    status: "unverified",
    isDefault: false,
    link: null,
  });
  const asked = await add("ceo@acme.example", { key: "ceo", number: 5 });
  for (const name of [asked.id, "ceo", "5"]) expect((await get(name)).email).toBe("ceo@acme.example");
  expect((await add("next@acme.example")).number).toBe(6);
  const list = await api.call<{ data: SenderIdentity[] }>("GET /api/sender-identities?status=unverified");
  expect(list.body.data.map(({ email }) => email)).toEqual([
    "ceo@acme.example",
    "hello@acme.example",
    "next@acme.example",
  ]);
});

test.each([
  [{}, ["email"]],
  [{ email: "Acme" }, ["email"]],
  [{ email: "Acme <a@b.example>", name: "a\nb" }, ["email", "name"]],
  [{ email: "a@b.example", number: 0, key: "two words" }, ["key", "number"]],
  [{ email: "a@b.example", verified: true }, ["verified"]],
  [{ email: "taken@acme.example" }, ["email"]],
  [{ email: "a@b.example", key: "taken" }, ["key"]],
  [{ email: "a@b.example", number: 7 }, ["number"]],
])("%j is refused with every wrong field, and nothing is kept", async (body, fields) => {
  await add("taken@acme.example", { key: "taken", number: 7 });
  const answer = await api.call<{ errors: { field: string }[] }>("POST /api/sender-identities", { body });
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map(({ field }) => field).sort()).toEqual(fields);
  const list = await api.call<{ meta: { total: number } }>("GET /api/sender-identities");
  expect(list.body.meta.total).toBe(1);
});

test("a mailed link verifies the address once, and only the last one works", async () => {
  const { id } = await add("hello@acme.example");
  const asked = await api.call<One>(`POST /api/sender-identities/${id}/verify/link`);
  expect(asked.body.data.link).toMatchObject({ status: "queued", error: null });
  await sendLinks();
  expect((await get(id)).link).toMatchObject({ status: "sent" });
  expect(mail.mails.at(-1)).toMatchObject({ to: "hello@acme.example", from: "journeys@sojourn.example" });
  const first = tokenOf("hello@acme.example");

  await api.call(`POST /api/sender-identities/${id}/verify/link`);
  await sendLinks();
  const second = tokenOf("hello@acme.example");
  expect(second).not.toBe(first);
  expect((await open(first)).status).toBe(404);
  expect((await open(`${id}.${"A".repeat(43)}`)).status).toBe(404);
  expect((await get(id)).status).toBe("unverified");

  expect((await open(second)).body.data.email).toBe("hello@acme.example");
  expect(await get(id)).toMatchObject({ status: "verified", verifiedBy: "link", link: null });
  expect((await open(second)).status).toBe(404);
});

test("a link expires after two days", async () => {
  const { id } = await add("late@acme.example");
  await api.call(`POST /api/sender-identities/${id}/verify/link`);
  await api.database.sql`
    update sender_identities set link_expires_at = now() - interval '1 second' where id = ${id}`;
  await sendLinks();
  expect((await open(tokenOf("late@acme.example"))).status).toBe(404);
});

test("a mail that cannot be sent is said, and one that may be accepted later is tried again", async () => {
  const [gone, busy, kept] = [
    await add("gone@acme.example"),
    await add("busy@acme.example"),
    await add("a@acme.example"),
  ];
  for (const { id } of [gone, busy]) await api.call(`POST /api/sender-identities/${id}/verify/link`);
  await sendLinks();
  expect((await get(gone.id)).link).toMatchObject({ status: "failed", error: expect.stringContaining("550") });
  expect((await get(busy.id)).link).toMatchObject({ status: "queued", error: expect.stringContaining("451") });
  await api.call(`POST /api/sender-identities/${kept.id}/verify/link`);
  await sendLinks(null);
  expect((await get(kept.id)).link).toMatchObject({ status: "failed", error: expect.stringContaining("SMTP_URL") });
});

test("only an owner may declare an address verified, and the audit log says who did", async () => {
  const { id } = await add("hello@acme.example");
  expect(await declare(id, "editor")).toBe(403);
  expect((await get(id)).status).toBe("unverified");
  expect(await declare(id)).toBe(200);
  const [entry] = await api.database.sql`
    select actor, detail from audit_log where action = 'sender-identity.verify' and subject = ${id}`;
  expect(entry).toMatchObject({ actor: expect.stringMatching(/^user:/), detail: { by: "declaration" } });
});

test("the default is a verified address, and what is in use is not removed", async () => {
  const { id } = await add("hello@acme.example");
  expect((await api.call(`POST /api/sender-identities/${id}/default`)).status).toBe(409);
  await declare(id);
  expect((await api.call<One>(`POST /api/sender-identities/${id}/default`)).body.data.isDefault).toBe(true);
  const config = { contentType: "email", fromIdentityEmail: "Ada <Hello@acme.example>" };
  await drawn(api, [
    { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL" } },
    { type: "CONTENT", name: "mail", config },
  ]);
  const refused = await api.call<{ uses: string[] }>(`DELETE /api/sender-identities/${id}`);
  expect(refused.status).toBe(409);
  expect(refused.body.uses).toEqual(["the default of the workspace", "the draft of Walked"]);
  const other = await add("free@acme.example");
  expect((await api.call(`DELETE /api/sender-identities/${other.id}`)).status).toBe(204);
});

test("a step with an unknown or unverified sender is saved with a warning, and publishes", async () => {
  const content = { slug: "mail", name: "Mail", type: "email", subject: "Hi", html: "<p>Hi</p>" };
  await api.call("POST /api/content", { body: content });
  const nodes = (fromIdentityEmail: string) => [
    { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL" } },
    { type: "CONTENT", name: "mail", contentId: "mail", config: { contentType: "email", fromIdentityEmail } },
    { type: "EXIT", name: "end", config: {} },
  ];
  const { id } = await published(api, nodes("hello@acme.example"));
  const warnings = async () =>
    (await api.call<Saved>(`PATCH /api/journeys/${id}`, { body: { description: "Again" } })).body.warnings;
  const warning = { code: "unknown_identity", field: "config.fromIdentityEmail" };
  expect(await warnings()).toMatchObject([{ ...warning, message: expect.stringContaining("is no sender identity") }]);
  const identity = await add("hello@acme.example");
  expect(await warnings()).toMatchObject([{ ...warning, message: expect.stringContaining("is not verified yet") }]);
  await declare(identity.id);
  expect(await warnings()).toEqual([]);
});
