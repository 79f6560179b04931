import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { config } from "#config";
import { createIngestDoor } from "#ingest-door";
import type { ProviderService } from "#providers";
import { openContext } from "#services";
import { listProviders, putProvider } from "#services/providers";
import { type ApiFixture, apiFixture } from "./testing/index.ts";
import { addPerson, queueMessage } from "./testing/queue-message.ts";

let api: ApiFixture;
let door: ReturnType<typeof createIngestDoor>;

beforeEach(async () => {
  api = await apiFixture();
  door = createIngestDoor({ database: api.database });
});

const ownerOf = ({ workspaceId }: ApiFixture) => openContext(workspaceId, { kind: "user", id: "u", role: "owner" });

async function setUp(service: ProviderService, settings: object, secrets: object, of = api): Promise<string> {
  await putProvider(ownerOf(of), service, { settings: { ...settings }, secrets: { ...secrets } });
  const found = (await listProviders(ownerOf(of))).find((one) => one.service === service);
  return new URL(found?.feedbackUrl ?? "").pathname;
}

async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    body: new Uint8Array(Buffer.from(body)),
    headers,
  });
  expect(door.handles(new URL(request.url).pathname)).toBe(true);
  return await door.fetch(request);
}

async function sentMail(address = "ada@example.com", of = api) {
  const person = await addPerson(of, { email: address });
  return await queueMessage(of, person, "email", {
    status: "sent",
    sentAt: new Date(),
    recipient: address,
    nextAttemptAt: null,
  });
}

const postmark = (id: string, fields: object) =>
  JSON.stringify({
    ID: 7,
    Email: "ada@example.com",
    Metadata: { sojourn: id },
    BouncedAt: "2026-11-30T12:00:00Z",
    ...fields,
  });
const hard = { RecordType: "Bounce", TypeCode: 1, Type: "HardBounce", Details: "no such user" };

const rowsOf = async (table: "suppressions" | "message_events" | "events" | "delivery_counts", of = api) =>
  table === "delivery_counts"
    ? await api.database
        .sql`select * from delivery_counts where journey_id in (select id from journeys where workspace_id = ${of.workspaceId})`
    : await api.database.sql`select * from ${api.database.sql(table)} where workspace_id = ${of.workspaceId}`;
const deliveryOf = async (id: string | undefined) =>
  (await api.database.sql`select * from deliveries where id = ${id ?? ""}`)[0];

describe("a report of a mail provider", () => {
  it("moves the delivery, the step’s figures, the address and the person’s events, and counts once", async () => {
    const path = await setUp("postmark", {}, {});
    const mail = await sentMail();
    for (let time = 0; time < 2; time++) {
      const response = await post(path, postmark(mail.id, hard));
      expect([response.status, await response.json()]).toEqual([200, { data: { taken: time === 0 ? 1 : 0 } }]);
    }
    expect(await deliveryOf(mail.id)).toMatchObject({ status: "sent", bounced_at: "2026-11-30 12:00:00+00" });
    expect(await rowsOf("suppressions")).toMatchObject([
      {
        address: "ada@example.com",
        reason: "hard_bounce",
        source: "provider:postmark",
        detail: "HardBounce no such user",
      },
    ]);
    expect(await rowsOf("delivery_counts")).toMatchObject([{ node_id: mail.nodeId, bounced: "1", delivered: "0" }]);
    expect(await rowsOf("events")).toMatchObject([
      { name: "message.bounced", person_id: mail.personId, properties: { deliveryId: mail.id, bounce: "hard" } },
    ]);
  });

  it("about a complaint suppresses the address, about a soft bounce does not yet, and “unsubscribed” ends marketing", async () => {
    const path = await setUp("postmark", {}, {});
    const [mail, second, third] = [
      await sentMail(),
      await sentMail("bob@example.com"),
      await sentMail("eve@example.com"),
    ];
    await post(path, postmark(mail.id, { RecordType: "SpamComplaint", ID: 8 }));
    await post(path, postmark(second.id, { ...hard, TypeCode: 4096, ID: 9, Email: "bob@example.com" }));
    const left = { RecordType: "SubscriptionChange", SuppressSending: true, SuppressionReason: "ManualSuppression" };
    await post(path, postmark(third.id, { ...left, ID: 10, Recipient: "eve@example.com" }));
    const inForce = (await rowsOf("suppressions")).filter((row) => row.in_force);
    expect(inForce).toMatchObject([{ address: "ada@example.com", reason: "complaint" }]);
    const subscriptions = await api.database.sql`select * from subscriptions where workspace_id = ${api.workspaceId}`;
    expect(subscriptions).toMatchObject([
      { person_id: third.personId, state: "unsubscribed", source: "provider:postmark" },
    ]);
    expect(await deliveryOf(second.id)).toMatchObject({ bounced_at: expect.any(String), complained_at: null });
  });

  it("is refused at an address that nobody here made, or about a message of another workspace: nothing is stored", async () => {
    const path = await setUp("postmark", {}, {});
    const other = await apiFixture();
    const theirs = await sentMail("ada@example.com", other);
    const ours = await sentMail();
    for (const [wrong, status] of [
      [`${path}x`, 404],
      [path.replace("/postmark/", "/sparkpost/"), 404],
      ["/api/feedback/nobody/token", 404],
      ["/api/feedback/postmark/0197a000-0000-7000-8000-0000000000aa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 404],
    ] as const)
      expect((await post(wrong, postmark(ours.id, hard))).status).toBe(status);
    expect((await post(path, postmark(theirs.id, hard))).status).toBe(422);
    expect((await post(path, "not json")).status).toBe(403);
    for (const of of [api, other])
      for (const table of ["suppressions", "message_events", "events", "delivery_counts"] as const)
        expect(await rowsOf(table, of)).toEqual([]);
    expect((await door.fetch(new Request(`http://localhost${path}`))).status).toBe(405);
  });

  it("that is signed is refused with another key, and a token of Mailgun is taken with one body alone", async () => {
    const path = await setUp("mailgun", {}, { signingKey: "right" });
    const mail = await sentMail();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const call = (event: object, key = "right") =>
      JSON.stringify({
        signature: {
          timestamp,
          token: "t1",
          signature: createHmac("sha256", key).update(`${timestamp}t1`).digest("hex"),
        },
        "event-data": { id: "e1", recipient: "ada@example.com", "user-variables": { sojourn: mail.id }, ...event },
      });
    expect((await post(path, call({ event: "complained" }, "wrong"))).status).toBe(403);
    expect((await post(path, call({ event: "complained" }))).status).toBe(200);
    expect((await post(path, call({ event: "complained" }))).status).toBe(200);
    expect((await post(path, call({ event: "unsubscribed", id: "e2" }))).status).toBe(403);
    expect(await rowsOf("message_events")).toMatchObject([{ kind: "complained" }]);
  });

  it("comes back as a mail to a plain server, and names its message by the returned headers", async () => {
    const path = await setUp("smtp", { bounceAddress: "bounces@acme.example" }, {});
    const mail = await sentMail();
    const raw = [
      "From: MAILER-DAEMON@mx.example",
      "To: bounces@acme.example",
      'Content-Type: multipart/report; boundary="b"',
      "",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      "Final-Recipient: rfc822; somebody-else@example.com",
      "Action: failed",
      "Status: 5.1.1",
      "",
      "--b",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: <${mail.enrollmentId}.${mail.nodeId}.${mail.visit}@acme.example>`,
      "--b--",
      "",
    ].join("\r\n");
    expect((await post(path, raw, { "content-type": "message/rfc822" })).status).toBe(200);
    expect(await rowsOf("suppressions")).toMatchObject([{ address: "ada@example.com", reason: "hard_bounce" }]);
  });
});

describe("Twilio", () => {
  const signed = (path: string, form: Record<string, string>, key = "token") => {
    const fields = Object.keys(form)
      .sort()
      .map((name) => name + form[name])
      .join("");
    const signature = createHmac("sha1", key).update(`${config().publicUrl}${path}${fields}`).digest("base64");
    return [path, new URLSearchParams(form).toString(), { "x-twilio-signature": signature }] as const;
  };
  const account = { provider: "twilio", accountSid: "AC1", from: "+15005550006" };

  it("tells that a text arrived, or that the number is dead", async () => {
    const path = await setUp("sms", account, { secret: "token" });
    const person = await addPerson(api, { phone: "+491715550123" });
    const sent = { status: "sent", recipient: "+491715550123", nextAttemptAt: null } as const;
    const [first, second] = [
      await queueMessage(api, person, "sms", sent),
      await queueMessage(api, person, "sms", sent),
    ];
    const status = (id: string | undefined, MessageStatus: string, ErrorCode = "") =>
      signed(`${path}?delivery=${id}`, { MessageSid: `SM${id}`, MessageStatus, ErrorCode, To: "+491715550123" });
    const answered = await post(...status(first.id, "delivered"));
    expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining("<Response></Response>")]);
    await post(...status(second.id, "undelivered", "30005"));
    expect(await deliveryOf(first.id)).toMatchObject({ delivered_at: expect.any(String), bounced_at: null });
    expect(await rowsOf("suppressions")).toMatchObject([{ channel: "sms", reason: "hard_bounce" }]);
  });

  it("hands on STOP and START, and is refused without its signature", async () => {
    const path = await setUp("sms", account, { secret: "token" });
    const text = (Body: string, key?: string) => signed(path, { From: "+491715550123", Body }, key);
    const open = async () => (await rowsOf("suppressions")).filter((row) => row.lifted_at === null);
    expect((await post(...text("STOP", "wrong"))).status).toBe(403);
    expect(await open()).toEqual([]);
    expect((await post(...text("Stop"))).status).toBe(200);
    expect(await open()).toMatchObject([{ channel: "sms", reason: "stop_word", address: "+491715550123" }]);
    await post(...text("thank you"));
    await post(...text("HELP"));
    expect(await open()).toHaveLength(1);
    await post(...text("START"));
    expect(await open()).toEqual([]);
  });
});
