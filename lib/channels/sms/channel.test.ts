import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SMS_TEMPLATES, SmsSettings } from "#providers";
import { everyChannel, exampleMessage } from "../channel.cases.ts";
import { openAddressGuard } from "../network/address-guard.ts";
import { type ReceivedCall, startWebServer, type WebAnswer, type WebServer } from "../testing/index.ts";
import { openCaller } from "../webhook/call.ts";
import { smsChannel } from "./channel.ts";

let server: WebServer;
let answer: (call: ReceivedCall, nth: number) => WebAnswer | null;
const caller = openCaller(openAddressGuard(["127.0.0.0/8"]));
const text = { ...exampleMessage, recipient: "+49 171 555-0123".replace("-", " "), text: "Grüße, 10 % off" };

beforeEach(async () => {
  answer = (_, nth) => ({ status: 201, body: { sid: `SM${nth}`, status: "queued" } });
  server = await startWebServer((call, nth) => answer(call, nth));
});
afterEach(() => server.close());

const twilio = (changes: object = {}, reportUrl: string | null = null) =>
  smsChannel(caller, {
    settings: SmsSettings.parse({
      provider: "twilio",
      accountSid: "AC123",
      from: "+15005550006",
      baseUrl: server.url,
      ...changes,
    }),
    secrets: { secret: "token" },
    reportUrl,
  });

describe("Twilio", () => {
  everyChannel(twilio, "sent", () => text);

  it("gets the number, the text and the address for its reports, as its account", async () => {
    const result = await twilio({}, "https://journeys.example/api/feedback/twilio/t").send(text);
    expect(result).toEqual({ status: "sent", providerId: "SM1" });
    const [call] = server.calls;
    expect(call?.path).toBe("/2010-04-01/Accounts/AC123/Messages.json");
    expect(call?.headers.authorization).toBe(`Basic ${Buffer.from("AC123:token").toString("base64")}`);
    expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual({
      To: "+491715550123",
      From: "+15005550006",
      Body: "Grüße, 10 % off",
      StatusCallback: "https://journeys.example/api/feedback/twilio/t",
    });
    await twilio({ from: "MG77" }).send(text);
    expect(new URLSearchParams(server.calls[1]?.body).get("MessagingServiceSid")).toBe("MG77");
  });

  it.each([
    [
      { status: 400, body: { code: 21211, message: "Invalid To" } },
      { permanent: true, lost: { kind: "hard_bounce" } },
    ],
    [
      { status: 400, body: { code: 21610, message: "STOP" } },
      { permanent: true, lost: { kind: "stop_word" } },
    ],
    [{ status: 400, body: { code: 21617, message: "too long" } }, { permanent: true }],
    [
      { status: 400, body: { code: 21606, message: "From" } },
      { permanent: false, setUp: { kind: "sender" } },
    ],
    [
      { status: 401, body: { code: 20003, message: "Auth" } },
      { permanent: false, setUp: { kind: "credentials" } },
    ],
    [
      { status: 429, body: {}, headers: { "retry-after": "7" } },
      { permanent: false, retryAfterMs: 7_000 },
    ],
    [{ status: 503, body: "<html>" }, { permanent: false }],
    [{ status: 200, body: {} }, { permanent: false }],
  ])("answers %j as what it is", async (given, expected) => {
    answer = () => given;
    expect(await twilio().send(text)).toMatchObject({ status: "failed", ...expected });
  });

  it("is asked before a message is repeated, and only what it does not have is sent again", async () => {
    const had: object[] = [];
    answer = ({ method }, nth) => {
      if (method === "GET") return { status: 200, body: { messages: had } };
      return nth === 1 ? null : { status: 201, body: { sid: "SM9" } };
    };
    expect(await twilio().send(text)).toMatchObject({ status: "failed", permanent: false });
    had.push({ sid: "SM1", to: "+491715550123", body: text.text, date_created: new Date().toUTCString() });
    expect(await twilio().send({ ...text, isRepeated: true })).toEqual({ status: "sent", providerId: "SM1" });
    had[0] = { ...had[0], date_created: new Date(Date.now() - 86_400_000).toUTCString() };
    expect(await twilio().send({ ...text, isRepeated: true })).toEqual({ status: "sent", providerId: "SM9" });
    expect(server.calls.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "POST"]);
  });

  it("is not called at an address that is not allowed", async () => {
    const strict = openCaller(openAddressGuard([]));
    const settings = SmsSettings.parse({ provider: "twilio", accountSid: "AC1", from: "+1", baseUrl: server.url });
    const result = await smsChannel(strict, { settings, secrets: { secret: "x" }, reportUrl: null }).send(text);
    expect(result).toMatchObject({ setUp: { text: expect.stringContaining("SOJOURN_ALLOWED_NETWORKS") } });
    expect(server.calls).toHaveLength(0);
  });
});

describe("another gateway", () => {
  const gateway = (name: string) => {
    const template = SMS_TEMPLATES[name];
    const settings = SmsSettings.parse({ ...template, from: "Acme", url: server.url });
    return smsChannel(caller, { settings, secrets: { user: "me", secret: "s3cret" }, reportUrl: null });
  };

  it.each([
    ["Vonage", { messages: [{ "message-id": "v1", status: "0" }] }, "v1"],
    ["Telnyx", { data: { id: "t1" } }, "t1"],
    ["Sinch", { id: "s1" }, "s1"],
    ["MessageBird", { id: "m1" }, "m1"],
    ["Plivo", { message_uuid: ["p1"] }, "p1"],
  ])("%s is called as its template says, and its id is kept", async (name, body, providerId) => {
    answer = () => ({ status: 200, body });
    expect(await gateway(name).send(text)).toEqual({ status: "sent", providerId });
    const [call] = server.calls;
    const written = call?.body ?? "";
    const decoded = name === "Vonage" ? [...new URLSearchParams(written).values()].join() : written;
    const sent = `${JSON.stringify(call?.headers)} ${decoded}`;
    expect(sent).toMatch(/s3cret|bWU6czNjcmV0/);
    expect(sent).toContain("491715550123");
    expect(sent).toContain("Grüße, 10 % off");
    expect(sent).not.toContain("{{");
  });

  it("keeps what people write inside its field", async () => {
    const tricky = { ...text, text: '", "to": "+1" {{secret}} &from=x' };
    answer = () => ({ status: 200, body: { id: "1", messages: [{ "message-id": "1" }] } });
    await gateway("Sinch").send(tricky);
    expect(JSON.parse(server.calls[0]?.body ?? "")).toEqual({ from: "Acme", to: ["+491715550123"], body: tricky.text });
    await gateway("Vonage").send(tricky);
    expect(new URLSearchParams(server.calls[1]?.body).get("text")).toBe(tricky.text);
  });

  it("that answers 200 without an id has not taken the message", async () => {
    answer = () => ({ status: 200, body: { messages: [{ status: "4", "error-text": "Bad Credentials" }] } });
    expect(await gateway("Vonage").send(text)).toMatchObject({
      status: "failed",
      permanent: true,
      error: expect.stringContaining("Bad Credentials"),
    });
  });
});
