import { beforeAll, describe, expect, test } from "vitest";
import { openChannels } from "#channels";
import { startMailServer } from "#channels/testing";
import { config } from "#config";
import { sendConfirmations } from "#runtime";
import { type ConsentLink, consentToken, secretFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import * as confirmPage from "../confirm-subscription/[token]/route.ts";
import * as preferencesPage from "../preferences/[token]/route.ts";
import * as unsubscribePage from "../unsubscribe/[token]/route.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { addPerson, queueMessage } from "./testing/queue-message.ts";
import { track } from "./testing/walk.ts";

type Consent = {
  subscriptions: { topic: string | null; channel: string | null; state: string; source: string }[];
  topics: { topic: string; receives: boolean; answered: boolean }[];
  tracking: { opens: boolean; clicks: boolean; answered: boolean };
  frequency: string | null;
  snoozedUntil: string | null;
  addresses: { channel: string; address: string; suppressed: boolean; entries: { liftReason: string | null }[] }[];
  history: { what: string; from: string | null; to: string | null; source: string; reason: string | null }[];
  preferencesUrl: string;
};
type Module = typeof unsubscribePage;

let api: ApiFixture;
let secret: string;
let personId: string;
let topicId: string;

beforeAll(async () => {
  api = await apiFixture();
  secret = secretFor(config().secret ?? (await readInstallationSecret(api.database.sql)), "consent");
  personId = (await person("ada", { email: "Ada@example.com", phone: "+44 20 7946 0018" })) ?? "";
  const { body } = await api.call<{ data: { id: string } }>("POST /api/topics", {
    body: { name: "News", description: "What is new" },
  });
  topicId = body.data.id;
});

async function person(userId: string, traits: Record<string, unknown>): Promise<string | undefined> {
  await api.call("POST /api/people", { body: { externalId: userId, traits } });
  const [id] = await track(api, "seen", [userId]);
  return id;
}
const consentOf = async (id = personId) =>
  (await api.call<{ data: Consent }>(`GET /api/people/${id}/consent`)).body.data;
const tokenOf = (link: Partial<ConsentLink>) =>
  consentToken(secret, {
    ...{ purpose: "unsubscribe", workspaceId: api.workspaceId, personId, channel: "email", topicId: null },
    ...{ deliveryId: null, ...link },
  });
async function open(module: Module, token: string, form?: Record<string, string | string[]>) {
  const params = { params: Promise.resolve({ token }) };
  const address = `https://mail.example/x/${token}`;
  if (form === undefined) return await module.GET(new Request(address), params);
  const body = new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );
  return await module.POST(new Request(address, { method: "POST", body }), params);
}
const events = async (name: string) =>
  await api.database.sql<{ properties: Record<string, unknown> }[]>`
    select properties from events where workspace_id = ${api.workspaceId} and name = ${name} order by received_at`;

describe("unsubscribing by a link", () => {
  test("opening it changes nothing; one click in a mail program does, again and again with the same result", async () => {
    const token = tokenOf({ topicId });
    const asked = await open(unsubscribePage, token);
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain("Unsubscribe from “News”?");
    expect((await consentOf()).subscriptions).toEqual([]);
    for (let time = 0; time < 2; time++) {
      const done = await open(unsubscribePage, token, { "List-Unsubscribe": "One-Click" });
      expect(await done.text()).toContain("You are unsubscribed");
    }
    expect(await consentOf()).toMatchObject({
      subscriptions: [{ topic: "news", channel: null, state: "unsubscribed", source: "one_click" }],
      topics: [{ topic: "news", receives: false, answered: true }],
      history: [{ what: "subscription", from: null, to: "unsubscribed", source: "one_click" }],
    });
    expect(await events("message.unsubscribed")).toEqual([
      { properties: { topic: "news", channel: null, source: "one_click" } },
    ]);
    await open(unsubscribePage, token, { action: "undo" });
    expect((await consentOf()).topics).toMatchObject([{ receives: true }]);
  });

  test("is noted on the message that had the link, and is one event for journeys", async () => {
    const reader = await addPerson(api, { email: "reader@example.com" });
    const { id = "" } = await queueMessage(api, reader, "email", { status: "sent", sentAt: new Date() });
    const token = tokenOf({ personId: reader, deliveryId: id });
    const mine = async () =>
      (await events("message.unsubscribed")).filter(({ properties }) => properties.deliveryId === id);
    await open(unsubscribePage, token, { "List-Unsubscribe": "One-Click" });
    await open(unsubscribePage, token, { "List-Unsubscribe": "One-Click" });
    const [row] = await api.database.sql`select unsubscribed_at from deliveries where id = ${id}`;
    expect(row?.unsubscribed_at).not.toBe(null);
    expect(await mine()).toMatchObject([{ properties: { source: "one_click", channel: "email" } }]);
    await open(unsubscribePage, token, { action: "undo" });
    await open(unsubscribePage, token, { action: "unsubscribe" });
    expect(await mine()).toHaveLength(2);
  });

  test("of a message without a topic it concerns all marketing on that channel", async () => {
    const token = tokenOf({});
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    const request = new Request("https://mail.example", { method: "POST", body: form });
    expect((await unsubscribePage.POST(request, { params: Promise.resolve({ token }) })).status).toBe(200);
    expect((await consentOf()).subscriptions).toContainEqual(
      expect.objectContaining({ topic: null, channel: "email", state: "unsubscribed" }),
    );
    await open(unsubscribePage, token, { action: "undo" });
    expect((await consentOf()).subscriptions.filter(({ topic }) => topic === null)).toEqual([]);
  });

  test.each([
    ["of another purpose", () => tokenOf({ purpose: "preferences" })],
    // The last letter has four bits: one token in sixteen ends with an A already.
    ["whose signature is another", () => tokenOf({}).replace(/.$/, (last) => (last === "A" ? "Q" : "A"))],
    ["of another workspace", () => tokenOf({ workspaceId: "01900000-0000-7000-8000-000000000000" })],
    ["that is none", () => "nothing"],
  ])("a link %s leads nowhere", async (_, token) => {
    for (const form of [undefined, { "List-Unsubscribe": "One-Click" }])
      expect((await open(unsubscribePage, token(), form)).status).toBe(404);
    const params = { params: Promise.resolve({ token: token() }) };
    const headers = { "accept-language": "it-IT,it;q=0.9,es;q=0.8,en;q=0.5" };
    const page = await unsubscribePage.GET(new Request("https://mail.example/x", { headers }), params);
    expect(await page.text()).toContain('<html lang="es"');
    expect((await consentOf()).subscriptions.filter(({ topic }) => topic === null)).toEqual([]);
  });
});

describe("the preference page", () => {
  test("has no script, no session and a strict policy, and shows what a name with markup says", async () => {
    await api.call("PATCH /api/workspace", {
      body: { name: "<b>Acme</b>", settings: { brand: { logoUrl: "https://img.example/l.png", color: "#ffee00" } } },
    });
    const shown = await open(preferencesPage, tokenOf({ purpose: "preferences" }));
    const policy = shown.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("sandbox allow-forms");
    expect(policy).toContain("img-src https://img.example");
    const text = await shown.text();
    expect(text).not.toContain("<b>Acme");
    expect(text).not.toContain("<script");
    expect(text).toContain("A…@example.com");
    expect(text).not.toContain("da@example.com");
  });

  test("stores what was chosen, and leaves what was not changed to the defaults", async () => {
    await api.call("PATCH /api/workspace", { body: { name: "Acme", settings: { languages: ["en", "de"] } } });
    const token = tokenOf({ purpose: "preferences" });
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const chosen = { receives: "1", topic: [topicId], channel: ["email"], frequency: "weekly", snooze: day };
    const saved = await open(preferencesPage, token, { ...chosen, language: "de", opens: "1", action: "save" });
    expect(await saved.text()).toContain("Ihre Auswahl ist gespeichert.");
    expect(await consentOf()).toMatchObject({
      subscriptions: [
        { topic: null, channel: "sms", state: "unsubscribed" },
        { topic: "news", state: "subscribed" },
      ],
      tracking: { opens: true, clicks: false, answered: true },
      frequency: "weekly",
      snoozedUntil: `${day}T00:00:00.000Z`,
    });
    const { body } = await api.call<{ data: { traits: Record<string, unknown> } }>(`GET /api/people/${personId}`);
    expect(body.data.traits.language).toBe("de");

    await open(preferencesPage, token, { topic: [topicId], channel: ["email", "sms"], action: "leave" });
    expect(await consentOf()).toMatchObject({
      subscriptions: [{ topic: null, channel: null, state: "unsubscribed" }, { topic: "news" }],
      frequency: null,
      snoozedUntil: null,
      tracking: { opens: false },
    });
    await open(preferencesPage, token, { receives: "1", topic: [topicId], channel: ["email", "sms"] });
    expect((await consentOf()).subscriptions).toMatchObject([{ topic: "news", state: "subscribed" }]);
  });
});

test("a topic with double opt-in is subscribed to once the link in the mail was confirmed by a button", async () => {
  const server = await startMailServer();
  const channels = openChannels({ smtpUrl: server.url, defaultFrom: "Acme <hello@acme.example>" });
  const created = await api.call<{ data: { id: string; defaultOn: boolean } }>("POST /api/topics", {
    body: { name: "Offers", doubleOptIn: true },
  });
  expect(created.body.data.defaultOn).toBe(false);
  const refused = await api.call(`PATCH /api/topics/${created.body.data.id}`, { body: { defaultOn: true } });
  expect(refused.status).toBe(422);
  const subscribe = { body: { subscriptions: [{ topic: "offers", state: "subscribed" }] } };
  await api.call(`PATCH /api/people/${personId}/consent`, subscribe);
  const states = async () =>
    (await consentOf()).subscriptions.filter(({ topic }) => topic === "offers").map(({ state }) => state);
  expect(await states()).toEqual(["pending"]);

  expect(await sendConfirmations({ database: api.database, channels })).toBe(1);
  expect(await sendConfirmations({ database: api.database, channels })).toBe(0);
  expect(server.mails).toMatchObject([{ to: "Ada@example.com", subject: "Confirm your subscription to Offers" }]);
  const token = /confirm-subscription\/([\w-]+)/.exec(server.mails[0]?.text ?? "")?.[1] ?? "";
  expect(await (await open(confirmPage, token)).text()).toContain("Subscribe to “Offers”?");
  expect(await states()).toEqual(["pending"]);
  expect(await (await open(confirmPage, token, {})).text()).toContain("You are subscribed to “Offers”");
  expect(await states()).toEqual(["subscribed"]);
  await api.call(`PATCH /api/people/${personId}/consent`, subscribe);
  expect(await states()).toEqual(["subscribed"]);

  await open(unsubscribePage, tokenOf({ topicId: created.body.data.id }), { action: "unsubscribe" });
  expect((await open(confirmPage, token, {})).status).toBe(404);
  expect(await states()).toEqual(["unsubscribed"]);
  await channels.close();
  await server.close();
});

test("an address is suppressed for everybody who has it, and lifted only with a reason", async () => {
  const other = await person("ada-2", { email: "ada@EXAMPLE.com" });
  const suppress = { body: { channel: "email", address: " ada@example.com" } };
  expect((await api.call("POST /api/suppressions", { body: { channel: "email", address: "nobody" } })).status).toBe(
    422,
  );
  expect((await api.call("POST /api/suppressions", suppress)).status).toBe(201);
  for (const id of [personId, other])
    expect((await consentOf(id)).addresses).toContainEqual(
      expect.objectContaining({ channel: "email", suppressed: true }),
    );
  const { body } = await api.call<{ data: { address: string }[] }>("GET /api/suppressions?search=ada@");
  expect(body.data.map(({ address }) => address)).toEqual(["ada@example.com"]);
  expect((await api.call("POST /api/suppressions/lift", suppress)).status).toBe(422);
  const why = { ...suppress.body, reason: "a typo in the list" };
  expect((await api.call("POST /api/suppressions/lift", { body: why })).status).toBe(200);
  expect((await api.call("POST /api/suppressions/lift", { body: why })).status).toBe(404);
  const [address] = (await consentOf(other)).addresses;
  expect(address).toMatchObject({ suppressed: false, entries: [{ liftReason: "a typo in the list" }] });
});

describe("lists of consent", () => {
  const load = async (kind: string, csv: string) =>
    (await api.call<{ data: Record<string, unknown> }>("POST /api/consent/import", { body: { kind, csv } })).body.data;

  test("are imported row by row: what cannot be read is refused with its line, the rest is stored once", async () => {
    await person("eve", { email: "eve@example.com" });
    const csv = "User ID,Topic,State,At\neve,news,unsubscribed,2026-01-05\nnobody,news,unsubscribed,\neve,none,no,\n";
    expect(await load("subscriptions", csv)).toEqual({
      ...{ rows: 3, stored: 1, unchanged: 0, refused: 2 },
      refusedRows: [
        { line: 3, message: "There is no such person." },
        { line: 4, message: "The state is “no”, and may be subscribed or unsubscribed." },
      ],
    });
    expect(await load("subscriptions", csv)).toMatchObject({ stored: 0, unchanged: 1 });
    expect(await load("tracking", "userId,opens,clicks\neve,no,yes\neve,maybe,\n")).toMatchObject({
      ...{ stored: 1, refused: 1 },
      refusedRows: [{ line: 3, message: "“maybe” is neither yes nor no." }],
    });
    const bounced = "channel,address,reason,until\nemail,eve@example.com,hard_bounce,\nsms,none,,\nemail,a@b.co,odd,\n";
    expect(await load("suppressions", bounced)).toMatchObject({ stored: 1, refused: 2 });
    const bad = await api.call("POST /api/consent/import", { body: { kind: "tracking", csv: "a,b\n1,2\n" } });
    expect(bad.status).toBe(422);
  });

  test("are exported as the import reads them", async () => {
    for (const kind of ["subscriptions", "tracking", "suppressions"]) {
      const { body } = await api.call<{ data: { csv: string } }>(`GET /api/consent/export?kind=${kind}`);
      expect(body.data.csv).toContain("eve");
      expect(await load(kind, body.data.csv)).toMatchObject({ stored: 0, refused: 0 });
    }
  });
});

test("the reach of a message counts everybody once, and every reason", async () => {
  await person("no-mail", {});
  const { body } = await api.call<{ data: Record<string, unknown> }>("GET /api/reach?channel=email&topic=news");
  expect(body.data).toMatchObject({ total: 5, exact: true, sampled: 5, reachable: 2 });
  expect(body.data.reasons).toEqual(
    expect.arrayContaining([
      { code: "no_address", label: "No address", people: 1 },
      { code: "suppressed", label: "Suppressed address", people: 1 },
      { code: "unsubscribed", label: "Unsubscribed", people: 2 },
    ]),
  );
});

test("content names its topic, and a topic in use is not archived", async () => {
  const { body, status } = await api.call<{ data: { topicId: string; transactional: boolean } }>("POST /api/content", {
    body: { type: "email", slug: "letter", name: "Letter", subject: "Hi", topicId: "news" },
  });
  expect(status).toBe(201);
  expect(body.data).toMatchObject({ topicId, transactional: false });
  const unknown = await api.call("PATCH /api/content/letter", { body: { topicId: "none" } });
  expect(unknown.status).toBe(422);
  const archive = () => api.call("PATCH /api/topics/news", { body: { archived: true } });
  expect((await archive()).status).toBe(409);
  await api.call("PATCH /api/content/letter", { body: { topicId: null, transactional: true } });
  expect((await archive()).status).toBe(200);
});
