import { createPublicKey, verify } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import webPush from "web-push";
import { ApnsSettings, FcmSettings } from "#providers";
import { everyChannel, exampleMessage } from "../channel.cases.ts";
import type { PushDevice } from "../channel.ts";
import { openAddressGuard } from "../network/address-guard.ts";
import {
  startApnsServer,
  startWebServer,
  testBrowser,
  testKeys,
  type WebAnswer,
  type WebServer,
} from "../testing/index.ts";
import { openCaller } from "../webhook/call.ts";
import { apnsTarget } from "./apns.ts";
import { pushChannel } from "./channel.ts";
import { fcmTarget } from "./fcm.ts";
import { webPushTarget } from "./web-push.ts";

const keys = testKeys();
const vapid = webPush.generateVAPIDKeys();
const guard = openAddressGuard(["127.0.0.0/8"]);
const caller = openCaller(guard);
const APPLE_TOKEN = "ab".repeat(32);

let server: WebServer;
let apple: Awaited<ReturnType<typeof startApnsServer>>;
let answer: (path: string, nth: number) => WebAnswer | null;
let appleAnswers: (nth: number) => { status: number; body?: unknown; headers?: Record<string, string> } | null;

beforeEach(async () => {
  answer = () => ({ status: 200, body: { name: "projects/p/messages/1" } });
  appleAnswers = () => ({ status: 200 });
  server = await startWebServer(({ path }, nth) =>
    path === "/token" ? { status: 200, body: { access_token: `access-${nth}`, expires_in: 3600 } } : answer(path, nth),
  );
  apple = await startApnsServer((_, nth) => appleAnswers(nth));
});
afterEach(async () => {
  await server.close();
  await apple.close();
});

const web = (at = caller) =>
  webPushTarget(at, {
    settings: { subject: "mailto:push@acme.example", publicKey: vapid.publicKey },
    secrets: { privateKey: vapid.privateKey },
  });
const fcm = () =>
  fcmTarget(caller, {
    settings: FcmSettings.parse({
      projectId: "acme-shop",
      clientEmail: "push@acme-shop.iam.gserviceaccount.com",
      tokenUrl: `${server.url}/token`,
      baseUrl: server.url,
    }),
    secrets: { privateKey: keys.google.privateKey },
  });
const apns = () =>
  apnsTarget(guard, {
    settings: ApnsSettings.parse({
      teamId: "ABCDE12345",
      keyId: "KEY1234567",
      topic: "com.acme.shop",
      baseUrl: apple.url,
    }),
    secrets: { privateKey: keys.apple.privateKey },
  });
const device = (platform: PushDevice["platform"], token: string, seenAt = 0): PushDevice => ({
  platform,
  token,
  seenAt,
});
const message = (...devices: PushDevice[]) => ({ ...exampleMessage, subject: "Grüße", text: "10 % off", devices });

describe("push", () => {
  everyChannel(
    () => pushChannel({ web: null, fcm: fcm(), apns: null }),
    "sent",
    () => message(device("android", "fcm:token")),
  );

  it("goes to every device of a person, each over its own service", async () => {
    const browser = testBrowser(`${server.url}/browser`);
    const channel = pushChannel({ web: web(), fcm: fcm(), apns: apns() });
    const devices = [
      device("web", browser.token),
      device("android", "fcm:1"),
      device("ios", APPLE_TOKEN),
      device("ios", "fcm:2"),
    ];
    const result = await channel.send(message(...devices));
    expect(result).toMatchObject({ status: "sent" });
    expect(server.calls.filter(({ path }) => path.endsWith(":send"))).toHaveLength(2);
    expect(server.calls.filter(({ path }) => path === "/token")).toHaveLength(1);
    expect(apple.calls.map(({ path }) => path)).toEqual([`/3/device/${APPLE_TOKEN}`]);
    const sent = server.calls.find(({ path }) => path === "/browser");
    expect(JSON.parse(browser.read(sent?.bytes ?? Buffer.alloc(0)))).toMatchObject({
      title: "Grüße",
      body: "10 % off",
    });
    await channel.close();
  });

  it("is sent once one device has it, and names the dead ones and those that failed", async () => {
    answer = (path) =>
      path === "/gone" ? { status: 410 } : path === "/busy" ? { status: 503 } : { status: 201, body: "" };
    const [gone, busy, works] = ["/gone", "/busy", "/works"].map((path) => testBrowser(server.url + path));
    const all = [gone, busy, works].map((browser) => device("web", browser?.token ?? ""));
    expect(await pushChannel({ web: web(), fcm: null, apns: null }).send(message(...all))).toMatchObject({
      status: "sent",
      lost: { kind: "devices", devices: [{ token: gone?.token, seenAt: 0 }] },
      response: { devices: [{ outcome: "dead" }, { outcome: "failed" }, { outcome: "sent" }] },
    });
    expect(await pushChannel({ web: web(), fcm: null, apns: null }).send(message(...all.slice(0, 2)))).toMatchObject({
      status: "failed",
      permanent: false,
      lost: { devices: [{ token: gone?.token }] },
    });
  });

  it("is refused for a person without a device, and waits where no service for theirs is set up", async () => {
    const channel = pushChannel({ web: web(), fcm: null, apns: null });
    expect(await channel.send(message())).toMatchObject({ status: "failed", permanent: true });
    expect(await channel.send(message(device("ios", APPLE_TOKEN)))).toMatchObject({ setUp: { kind: "credentials" } });
  });
});

describe("web push", () => {
  it.each([
    [201, { status: "sent" }],
    [404, { status: "dead" }],
    [410, { status: "dead" }],
    [403, { status: "failed", setUp: { kind: "credentials" } }],
    [413, { status: "failed", permanent: true }],
    [429, { status: "failed", permanent: false, retryAfterMs: 60_000 }],
    [500, { status: "failed", permanent: false }],
  ])("answered %s is judged", async (status, expected) => {
    answer = () => ({ status, body: "", headers: { "retry-after": "60" } });
    const { token } = testBrowser(`${server.url}/p`);
    expect(await web().send(message(), device("web", token))).toMatchObject(expected);
  });

  it("takes 3,993 bytes and no more, which are 4,096 on the wire", async () => {
    const { token } = testBrowser(`${server.url}/p`);
    const around = JSON.stringify({ title: "", body: "", id: exampleMessage.idempotencyKey }).length;
    const sized = (bytes: number) => ({ ...message(), subject: "", text: "x".repeat(bytes - around) });
    expect(await web().send(sized(3_993), device("web", token))).toMatchObject({ status: "sent" });
    expect(server.calls[0]?.bytes).toHaveLength(4_096);
    expect(await web().send(sized(3_994), device("web", token))).toMatchObject({ status: "failed", permanent: true });
    expect(server.calls).toHaveLength(1);
  });

  it("calls no address that a browser made up, and gives up what is no subscription", async () => {
    const { token } = testBrowser(`${server.url}/p`);
    const strict = web(openCaller(openAddressGuard([])));
    expect(await strict.send(message(), device("web", token))).toMatchObject({ status: "dead" });
    for (const bad of ["{}", "{", '{"endpoint":"x"}', '{"endpoint":"https://x","keys":{"p256dh":"","auth":""}}'])
      expect(await web().send(message(), device("web", bad))).toMatchObject({ status: "dead" });
    expect(server.calls).toHaveLength(0);
  });
});

describe("Firebase", () => {
  it("gets a message with a token of the service account, which is asked for once", async () => {
    const target = fcm();
    await Promise.all([1, 2, 3].map((n) => target.send(message(), device("android", `t:${n}`))));
    const [asked, ...sent] = server.calls;
    const [head = "", claims = "", signature = ""] = (new URLSearchParams(asked?.body).get("assertion") ?? "").split(
      ".",
    );
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      iss: "push@acme-shop.iam.gserviceaccount.com",
      scope: "https://www.googleapis.com/auth/firebase.messaging",
    });
    const isSigned = verify(
      "sha256",
      Buffer.from(`${head}.${claims}`),
      keys.google.publicKey,
      Buffer.from(signature, "base64url"),
    );
    expect(isSigned).toBe(true);
    expect(sent).toHaveLength(3);
    expect(sent[0]).toMatchObject({
      path: "/v1/projects/acme-shop/messages:send",
      headers: { authorization: "Bearer access-1" },
    });
    expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({
      message: { token: "t:1", notification: { title: "Grüße", body: "10 % off" } },
    });
  });

  const unregistered = { error: { status: "NOT_FOUND", details: [{ errorCode: "UNREGISTERED" }] } };
  it.each([
    [404, unregistered, { status: "dead" }],
    [
      404,
      { error: { status: "NOT_FOUND", message: "no such project" } },
      { status: "failed", setUp: { kind: "refused" } },
    ],
    [400, { error: { status: "INVALID_ARGUMENT" } }, { status: "failed", permanent: true }],
    [403, { error: { details: [{ errorCode: "SENDER_ID_MISMATCH" }] } }, { status: "failed", permanent: true }],
    [403, { error: { status: "PERMISSION_DENIED" } }, { status: "failed", setUp: { kind: "credentials" } }],
    [429, { error: {} }, { status: "failed", permanent: false, retryAfterMs: 90_000 }],
    [503, { error: {} }, { status: "failed", permanent: false }],
    [401, { error: {} }, { status: "failed", setUp: { kind: "credentials" } }],
  ])("answered %s %j is judged", async (status, body, expected) => {
    answer = () => ({ status, body, headers: { "retry-after": "90" } });
    expect(await fcm().send(message(), device("android", "t"))).toMatchObject(expected);
  });

  it("asks for another token when one is not accepted any more", async () => {
    answer = (_, nth) => ({ status: nth === 2 ? 401 : 200, body: { name: "n" } });
    expect(await fcm().send(message(), device("android", "t"))).toMatchObject({ status: "sent" });
    expect(server.calls.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      "Bearer access-1",
      undefined,
      "Bearer access-3",
    ]);
  });

  it("that calls everybody dead is not believed", async () => {
    answer = () => ({ status: 404, body: unregistered });
    const target = fcm();
    const results = [];
    for (let n = 0; n < 22; n++) results.push((await target.send(message(), device("android", `t${n}`))).status);
    expect(results.filter((status) => status === "dead")).toHaveLength(20);
    expect(results.at(-1)).toBe("failed");
  });
});

describe("Apple", () => {
  it("gets type, topic, expiry and the same id at every attempt, under one signed token", async () => {
    const target = apns();
    for (let n = 0; n < 2; n++)
      expect(await target.send(message(), device("ios", APPLE_TOKEN))).toMatchObject({ status: "sent" });
    const [first, second] = apple.calls;
    expect(first?.headers).toMatchObject({ "apns-topic": "com.acme.shop", "apns-push-type": "alert" });
    expect(second?.headers["apns-id"]).toBe(first?.headers["apns-id"]);
    expect(second?.headers.authorization).toBe(first?.headers.authorization);
    expect(apple.sessions.size).toBe(1);
    const [head = "", claims = "", signature = ""] = String(first?.headers.authorization)
      .replace("bearer ", "")
      .split(".");
    expect(JSON.parse(Buffer.from(head, "base64url").toString())).toMatchObject({ alg: "ES256", kid: "KEY1234567" });
    const key = {
      key: createPublicKey(keys.apple.publicKey.export({ type: "spki", format: "pem" })),
      dsaEncoding: "ieee-p1363",
    } as const;
    expect(verify("sha256", Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, "base64url"))).toBe(true);
    expect(JSON.parse(first?.body ?? "")).toMatchObject({ aps: { alert: { title: "Grüße", body: "10 % off" } } });
    target.close();
  });

  it.each([
    [410, { reason: "Unregistered", timestamp: 2_000 }, { status: "dead" }],
    [410, { reason: "Unregistered", timestamp: 500 }, { status: "failed", permanent: true }],
    [400, { reason: "BadDeviceToken" }, { status: "failed", permanent: true }],
    [403, { reason: "InvalidProviderToken" }, { status: "failed", setUp: { kind: "credentials" } }],
    [429, { reason: "TooManyRequests" }, { status: "failed", permanent: false, retryAfterMs: 30_000 }],
    [503, { reason: "ServiceUnavailable" }, { status: "failed", permanent: false }],
  ])("answered %s %j is judged", async (status, body, expected) => {
    appleAnswers = () => ({ status, body, headers: { "retry-after": "30" } });
    const target = apns();
    expect(await target.send(message(), device("ios", APPLE_TOKEN, 1_000))).toMatchObject(expected);
    target.close();
  });

  it("is called again after a broken connection", async () => {
    appleAnswers = (nth) => (nth === 1 ? null : { status: 200 });
    const target = apns();
    expect(await target.send(message(), device("ios", APPLE_TOKEN))).toMatchObject({
      status: "failed",
      permanent: false,
    });
    expect(await target.send(message(), device("ios", APPLE_TOKEN))).toMatchObject({ status: "sent" });
    target.close();
  });
});
