import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openChannels } from "#channels";
import { startWebServer, testBrowser, testKeys, type WebAnswer, type WebServer } from "#channels/testing";
import { runOutbox } from "#runtime";
import { type ApiFixture, apiFixture } from "./testing/index.ts";
import { signSessionFor } from "./testing/members.ts";
import { addPerson, queueMessage } from "./testing/queue-message.ts";

let api: ApiFixture;
let server: WebServer;
let answer: (path: string, nth: number) => WebAnswer | null;
let cookie: string;
const channels = openChannels({ defaultFrom: "Acme <hello@acme.example>", allowedNetworks: ["127.0.0.0/8"] });

beforeAll(async () => {
  server = await startWebServer(({ path }, nth) => answer(path, nth));
});
beforeEach(async () => {
  answer = () => ({ status: 201, body: { sid: "SM1", name: "n", access_token: "a" } });
  api = await apiFixture();
  cookie = await signSessionFor(api, "owner");
});
afterAll(async () => {
  await server.close();
  await channels.close();
});

const asOwner = <Body>(request: string, body?: unknown) =>
  api.call<Body>(request, { key: "", headers: { cookie, origin: "http://localhost" }, ...(body ? { body } : {}) });
type Set = { data: { settings: Record<string, unknown> | null; secrets: string[]; feedbackUrl: string | null } };

const twilio = () => ({ provider: "twilio", accountSid: "AC1", from: "+15005550006", baseUrl: server.url });
const setTwilio = () =>
  asOwner<Set>("PUT /api/providers/sms", { settings: twilio(), secrets: { secret: "auth-token-1" } });

const person = (traits: Record<string, unknown>) => addPerson(api, traits);

describe("a provider", () => {
  it("is set up by an owner alone, and its secrets are never answered", async () => {
    const answered = await setTwilio();
    expect(answered.body.data).toMatchObject({ settings: { accountSid: "AC1" }, secrets: ["secret"] });
    expect(answered.body.data.feedbackUrl).toContain("/api/feedback/twilio/");
    const all = await asOwner("GET /api/providers");
    const stored = await api.database.sql`select * from providers`;
    for (const text of [JSON.stringify(all.body), JSON.stringify(stored)]) expect(text).not.toContain("auth-token-1");
    expect((await api.call("GET /api/providers")).status).toBe(403);
    expect((await api.call("PUT /api/providers/sms", { body: { settings: twilio() } })).status).toBe(403);
  });

  it("keeps its secrets when only the settings change, and asks for missing ones with all that is wrong", async () => {
    await setTwilio();
    const changed = await asOwner<Set>("PUT /api/providers/sms", { settings: { ...twilio(), from: "ACME" } });
    expect(changed.body.data).toMatchObject({ settings: { from: "ACME" }, secrets: ["secret"] });
    const bad = { settings: { projectId: "X", clientEmail: "no" }, secrets: { privateKey: "nope" } };
    const refused = await asOwner("PUT /api/providers/fcm", bad);
    expect(refused.status).toBe(422);
    expect(refused.body.errors?.map(({ field }) => field)).toEqual([
      "settings.projectId",
      "settings.clientEmail",
      "secrets.privateKey",
    ]);
    const key = await asOwner("PUT /api/providers/sendgrid", { settings: {}, secrets: { signingKey: "bm8=" } });
    expect(key.body.errors?.map(({ field }) => field)).toEqual(["secrets.signingKey"]);
    expect((await asOwner("PUT /api/providers/fcm", { settings: {}, more: 1 })).status).toBe(422);
  });

  it("makes the keys of web push, and keeps them", async () => {
    const first = await asOwner<Set>("PUT /api/providers/web_push", { settings: { subject: "mailto:a@b.example" } });
    const publicKey = first.body.data.settings?.publicKey;
    expect(publicKey).toMatch(/^[\w-]{87}$/);
    const again = { settings: { subject: "https://acme.example", publicKey } };
    const second = await asOwner<Set>("PUT /api/providers/web_push", again);
    expect(second.body.data).toMatchObject({ settings: again.settings, secrets: ["privateKey"] });
  });

  it("is tested with a message of its own, over the provider itself", async () => {
    await setTwilio();
    const sent = await asOwner("POST /api/providers/sms/test", { to: "+491715550123" });
    expect(sent.body).toEqual({ data: { status: "sent", error: null, providerId: "SM1" } });
    answer = () => ({ status: 401, body: { code: 20003, message: "Authenticate" } });
    const failed = await asOwner("POST /api/providers/sms/test", { to: "+491715550123" });
    expect(failed.body).toMatchObject({ data: { status: "failed", error: expect.stringContaining("Authenticate") } });
    expect((await asOwner("POST /api/providers/fcm/test", { to: "ada" })).status).toBe(404);
    expect((await asOwner("DELETE /api/providers/sms")).status).toBe(204);
    expect((await asOwner("DELETE /api/providers/sms")).status).toBe(404);
  });
});

describe("a step", () => {
  const queue = async (personId: string, channel: "sms" | "push") => (await queueMessage(api, personId, channel)).id;
  const send = () => runOutbox({ database: api.database, clock: { kind: "database" }, channels });
  const read = async (id: string) => (await api.database.sql`select * from deliveries where id = ${id}`)[0];

  it("reaches the phone once SMS is set up, and the capture before", async () => {
    const ada = await person({ name: "Ada", phone: "+49 171 5550123" });
    const before = await queue(ada, "sms");
    await send();
    expect(await read(before)).toMatchObject({ status: "captured" });
    await setTwilio();
    const calls = server.calls.length;
    const after = await queue(ada, "sms");
    await send();
    expect(await read(after)).toMatchObject({ status: "sent", provider_id: "SM1" });
    const form = new URLSearchParams(server.calls[calls]?.body);
    expect([form.get("To"), form.get("Body")]).toEqual(["+491715550123", "Hello Ada"]);
    expect(form.get("StatusCallback")).toContain("/api/feedback/twilio/");
  });

  it("that a gateway calls unknown or stopped is not written to again", async () => {
    await setTwilio();
    answer = () => ({ status: 400, body: { code: 21610, message: "unsubscribed recipient" } });
    const ada = await person({ name: "Ada", phone: "+491715550199" });
    const first = await queue(ada, "sms");
    await send();
    expect(await read(first)).toMatchObject({ status: "failed" });
    const again = await queue(ada, "sms");
    await send();
    expect(await read(again)).toMatchObject({ status: "skipped" });
    const found = await api.database.sql`select * from suppressions where workspace_id = ${api.workspaceId}`;
    expect(found).toMatchObject([{ channel: "sms", reason: "stop_word", address: "+491715550199" }]);
  });

  it("reaches every device of a person, and forgets the dead ones", async () => {
    await asOwner("PUT /api/providers/web_push", { settings: { subject: "mailto:a@b.example" } });
    const { google } = testKeys();
    const settings = {
      projectId: "acme-shop",
      clientEmail: "a@b.example",
      tokenUrl: `${server.url}/t`,
      baseUrl: server.url,
    };
    const fcm = await asOwner("PUT /api/providers/fcm", { settings, secrets: { privateKey: google.privateKey } });
    expect(fcm.status).toBe(200);
    answer = (path) => {
      if (path === "/gone") return { status: 410 };
      return { status: 200, body: { name: "projects/1", access_token: "a" } };
    };
    const ada = await person({ name: "Ada" });
    const none = await queue(ada, "push");
    await send();
    expect(await read(none)).toMatchObject({ status: "queued", error: expect.stringContaining("no device") });
    const [gone, works] = ["/gone", "/works"].map((path) => testBrowser(server.url + path).token);
    for (const device of [
      { platform: "web", token: gone },
      { platform: "web", token: works },
      { platform: "android", token: "fcm:1" },
    ])
      expect((await api.call(`PUT /api/people/${ada}/devices`, { body: device })).status).toBe(200);
    const id = await queue(ada, "push");
    await send();
    expect(await read(id)).toMatchObject({ status: "sent" });
    const left = await api.call<{ data: { token: string }[] }>(`GET /api/people/${ada}/devices`);
    expect(left.body.data.map(({ token }) => token).sort()).toEqual([works, "fcm:1"].sort());
  });
});
