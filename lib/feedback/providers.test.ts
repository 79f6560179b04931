import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readMailgun, readPostmark, readResend, readSendgrid, readSparkpost, readTwilio } from "./index.ts";
import type { RawCall } from "./report.ts";

const ID = "0197a000-0000-7000-8000-0000000000aa";
const NOW = Date.UTC(2026, 10, 30, 12);
const call = (body: unknown, headers: Record<string, string> = {}): RawCall => ({
  headers,
  body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
  url: "https://journeys.example/api/feedback/x/t",
  now: NOW,
});
const kinds = (verdict: { ok: boolean; reports?: readonly { kind: string }[] }) =>
  verdict.ok ? verdict.reports?.map(({ kind }) => kind) : verdict;

describe("SendGrid", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const signed = (body: string, changed = body) => {
    const signature = sign("sha256", Buffer.from(`1764504000${body}`), privateKey).toString("base64");
    return call(changed, {
      "x-twilio-email-event-webhook-signature": signature,
      "x-twilio-email-event-webhook-timestamp": "1764504000",
    });
  };
  const event = (fields: object) =>
    JSON.stringify([{ email: "a@b.example", sg_event_id: "1", sojourn: ID, ...fields }]);

  it("is believed by its signature over the raw bytes, to the last line end", () => {
    const body = `${event({ event: "delivered" })}\r\n`;
    expect(readSendgrid(signed(body), key)).toMatchObject({
      ok: true,
      reports: [{ kind: "delivered", ref: { deliveryId: ID } }],
    });
    expect(readSendgrid(signed(body, body.trim()), key).ok).toBe(false);
    expect(readSendgrid(call(body), key).ok).toBe(false);
    expect(readSendgrid(signed("{}"), key).ok).toBe(false);
  });

  it.each([
    [{ event: "bounce", type: "bounce" }, ["hard_bounce"]],
    [{ event: "bounce", type: "blocked" }, ["soft_bounce"]],
    [{ event: "deferred" }, ["delayed"]],
    [{ event: "spamreport" }, ["complained"]],
    [{ event: "open", sg_machine_open: true }, ["machine_opened"]],
    [{ event: "open", sg_machine_open: false }, ["opened"]],
    [{ event: "click", url: "https://x.example" }, ["clicked"]],
    [{ event: "processed" }, []],
    [{ event: "something new" }, []],
  ])("says %j", (fields, expected) => {
    expect(kinds(readSendgrid(signed(event(fields)), key))).toEqual(expected);
  });
});

describe("Postmark", () => {
  it.each([
    [{ RecordType: "Bounce", TypeCode: 1 }, ["hard_bounce"]],
    [{ RecordType: "Bounce", TypeCode: 2 }, ["soft_bounce"]],
    [{ RecordType: "Bounce", TypeCode: 512 }, ["complained"]],
    [{ RecordType: "Bounce", TypeCode: 4096 }, ["soft_bounce"]],
    [{ RecordType: "Bounce", TypeCode: 100009 }, ["rejected"]],
    [{ RecordType: "Bounce", TypeCode: 64 }, []],
    [{ RecordType: "SpamComplaint" }, ["complained"]],
    [
      { RecordType: "SubscriptionChange", SuppressSending: true, SuppressionReason: "ManualSuppression" },
      ["unsubscribed"],
    ],
    [{ RecordType: "SubscriptionChange", SuppressSending: true, SuppressionReason: "HardBounce" }, []],
    [{ RecordType: "SubscriptionChange", SuppressSending: false, SuppressionReason: "ManualSuppression" }, []],
  ])("says %j", (fields, expected) => {
    expect(kinds(readPostmark(call({ ID: 7, Email: "a@b.example", Metadata: { sojourn: ID }, ...fields })))).toEqual(
      expected,
    );
  });
  it("is refused without a record", () => {
    expect(readPostmark(call("<xml>")).ok).toBe(false);
  });
});

describe("Mailgun", () => {
  const signed = (event: object, timestamp = Math.floor(NOW / 1_000), key = "k") => {
    const signature = createHmac("sha256", key).update(`${timestamp}token`).digest("hex");
    return call({ signature: { timestamp: String(timestamp), token: "token", signature }, "event-data": event });
  };
  it.each([
    [{ event: "failed", severity: "permanent", reason: "bounce" }, ["hard_bounce"]],
    [{ event: "failed", severity: "permanent", reason: "suppress-bounce" }, ["rejected"]],
    [{ event: "failed", severity: "permanent", reason: "old" }, ["soft_bounce"]],
    [{ event: "failed", severity: "temporary" }, ["delayed"]],
    [{ event: "complained" }, ["complained"]],
    [{ event: "accepted" }, []],
  ])("says %j", (event, expected) => {
    expect(kinds(readMailgun(signed(event), "k"))).toEqual(expected);
  });
  it("is refused with another key, a day late, or unsigned, and its token is for one body", () => {
    expect(readMailgun(signed({}), "other").ok).toBe(false);
    expect(readMailgun(signed({}, Math.floor(NOW / 1_000) - 90_000), "k").ok).toBe(false);
    expect(readMailgun(call({ "event-data": {} }), "k").ok).toBe(false);
    const [one, two] = [{ event: "complained" }, { event: "opened" }].map((event) => readMailgun(signed(event), "k"));
    if (!one?.ok || !two?.ok) throw new Error("both are signed");
    expect(one.once?.token).toBe(two.once?.token);
    expect(one.once?.body).not.toBe(two.once?.body);
  });
});

describe("Resend", () => {
  const secret = `whsec_${Buffer.from("a secret").toString("base64")}`;
  const signed = (event: object, age = 0, prefix = "svix") => {
    const body = JSON.stringify(event);
    const seconds = String(Math.floor(NOW / 1_000) - age);
    const signature = createHmac("sha256", "a secret").update(`msg_1.${seconds}.${body}`).digest("base64");
    const names = { [`${prefix}-id`]: "msg_1", [`${prefix}-timestamp`]: seconds };
    return call(body, { ...names, [`${prefix}-signature`]: `v1,AAAA v1,${signature}` });
  };
  const data = { to: ["a@b.example"], headers: [{ name: "X-Sojourn-Delivery", value: ID }] };
  it.each([
    [{ type: "email.bounced", data: { ...data, bounce: { type: "Permanent" } } }, ["hard_bounce"]],
    [{ type: "email.bounced", data: { ...data, bounce: { type: "Transient" } } }, ["soft_bounce"]],
    [{ type: "email.complained", data }, ["complained"]],
    [{ type: "email.suppressed", data }, ["rejected"]],
    [{ type: "contact.created", data: {} }, []],
  ])("says %j", (event, expected) => {
    expect(kinds(readResend(signed(event), secret))).toEqual(expected);
  });
  it("is signed after Standard Webhooks, for five minutes", () => {
    const event = { type: "email.delivered", data };
    expect(readResend(signed(event, 0, "webhook"), secret)).toMatchObject({
      ok: true,
      reports: [{ ref: { deliveryId: ID } }],
    });
    expect(readResend(signed(event, 301), secret).ok).toBe(false);
    expect(readResend(signed(event, -301), secret).ok).toBe(false);
    expect(readResend(signed(event), `whsec_${Buffer.from("another").toString("base64")}`).ok).toBe(false);
  });
});

describe("SparkPost", () => {
  const event = (fields: object) => [
    { msys: { message_event: { event_id: "1", rcpt_to: "a@b.example", rcpt_meta: { sojourn: ID }, ...fields } } },
  ];
  it.each([
    [{ type: "bounce", bounce_class: "10" }, ["hard_bounce"]],
    [{ type: "bounce", bounce_class: "22" }, ["soft_bounce"]],
    [{ type: "spam_complaint", fbtype: "abuse" }, ["complained"]],
    [{ type: "spam_complaint", fbtype: "not-spam" }, []],
    [{ type: "list_unsubscribe" }, ["unsubscribed"]],
    [{ type: "injection" }, []],
  ])("says %j", (fields, expected) => {
    expect(kinds(readSparkpost(call(event(fields))))).toEqual(expected);
  });
  it("takes its own test, a batch of nothing", () => {
    expect(readSparkpost(call([{ msys: {} }]))).toEqual({ ok: true, reports: [] });
  });
});

describe("Twilio", () => {
  const url = `https://journeys.example/api/feedback/twilio/t?delivery=${ID}`;
  const signed = (form: [string, string][], at = url, key = "token") => {
    const sorted = [...form].sort(([a], [b]) => (a < b ? -1 : 1));
    const text = at + sorted.map(([name, value]) => name + value).join("");
    return {
      ...call(new URLSearchParams(form).toString(), {
        "x-twilio-signature": createHmac("sha1", key).update(text).digest("base64"),
      }),
      url,
    };
  };
  it.each([
    ["delivered", "", ["delivered"]],
    ["sent", "", []],
    ["undelivered", "30005", ["hard_bounce"]],
    ["undelivered", "30003", ["soft_bounce"]],
    ["failed", "30007", ["rejected"]],
  ])("says %s %s", (status, code, expected) => {
    const verdict = readTwilio(
      signed([
        ["MessageSid", "SM1"],
        ["MessageStatus", status],
        ["To", "+49171"],
        ["ErrorCode", code],
      ]),
      "token",
    );
    expect(kinds(verdict)).toEqual(expected);
  });
  it("tells what people write back, and is believed by its signature over the address and the form", () => {
    expect(
      readTwilio(
        signed([
          ["From", "+49171"],
          ["Body", " Stop "],
        ]),
        "token",
      ),
    ).toMatchObject({ wish: { from: "+49171", keyword: "stop" } });
    expect(
      readTwilio(
        signed([
          ["From", "+49171"],
          ["Body", "ok"],
          ["OptOutType", "START"],
        ]),
        "token",
      ),
    ).toMatchObject({ wish: { keyword: "start" } });
    expect(
      readTwilio(
        signed([
          ["From", "+49171"],
          ["Body", "thanks"],
        ]),
        "token",
      ),
    ).toMatchObject({ wish: null });
    expect(
      readTwilio(signed([["Body", "STOP"]], url.replace("journeys.example", "journeys.example:443")), "token").ok,
    ).toBe(true);
    expect(readTwilio(signed([["Body", "STOP"]]), "another").ok).toBe(false);
    expect(readTwilio(signed([["Body", "STOP"]], "https://evil.example/"), "token").ok).toBe(false);
  });
});
