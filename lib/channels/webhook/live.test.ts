import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exampleMessage } from "../channel.cases.ts";
import type { LiveCall } from "../channel.ts";
import { type ReceivedCall, startWebServer, type WebServer } from "../testing/index.ts";
import { openCaller } from "./call.ts";
import { webhookChannel } from "./channel.ts";
import { openLive } from "./live.ts";

let server: WebServer;
let received: readonly ReceivedCall[];
let status: number;

beforeEach(async () => {
  status = 200;
  server = await startWebServer(({ path }) => {
    if (path === "/slow") return "never";
    return { status, body: path === "/long" ? "x".repeat(2_000) : { path }, headers: {} };
  });
  received = server.calls;
});
afterEach(() => server.close());

const LIVE: LiveCall = { workspaceId: "w", timeoutMs: 5_000, maxBytes: 1_000, cacheForMs: 0, credentials: null };
const channel = webhookChannel({ allowedNetworks: ["127.0.0.0/8"] });
const send = (path: string, live: Partial<LiveCall> = {}, idempotencyKey = exampleMessage.idempotencyKey) =>
  channel.send({
    ...exampleMessage,
    idempotencyKey,
    recipient: server.url + path,
    text: "",
    request: {
      method: "GET",
      headers: { "idempotency-key": idempotencyKey },
      secret: null,
      live: { ...LIVE, ...live },
    },
  });

describe("the call of a live-data step", () => {
  it("reads no more than its budget, and waits no longer", async () => {
    expect(await send("/long")).toMatchObject({
      status: "failed",
      permanent: true,
      error: expect.stringContaining("1000 bytes"),
    });
    const began = performance.now();
    expect(await send("/slow", { timeoutMs: 150 })).toMatchObject({
      status: "failed",
      error: expect.stringContaining("within 0.15 s"),
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("is made once while its answer is kept, for all who ask at once, and only for the same workspace", async () => {
    const kept = { cacheForMs: 60_000 };
    const both = await Promise.all([send("/a", kept, "one"), send("/a", kept, "two")]);
    expect(both).toMatchObject([{ status: "sent", response: { body: { path: "/a" } } }, { status: "sent" }]);
    await send("/a", kept, "three");
    expect(received).toHaveLength(1);
    await send("/a", { ...kept, workspaceId: "other" });
    await send("/b", kept);
    await send("/a");
    expect(received).toHaveLength(4);
  });

  it("keeps no failure, and no answer beyond its time", async () => {
    let now = 0;
    const ask = openLive(
      openCaller(() => null),
      () => now,
    );
    const call = { url: new URL(`${server.url}/c`), method: "GET", headers: {}, body: "" };
    status = 500;
    expect(await ask(call, { ...LIVE, cacheForMs: 100 })).toMatchObject({ status: "failed" });
    status = 200;
    expect(await ask(call, { ...LIVE, cacheForMs: 100 })).toMatchObject({ status: "sent" });
    now = 99;
    await ask(call, { ...LIVE, cacheForMs: 100 });
    expect(received).toHaveLength(2);
    now = 101;
    await ask(call, { ...LIVE, cacheForMs: 100 });
    expect(received).toHaveLength(3);
  });

  it("carries its secret to the address that it was set up for, and to no other", async () => {
    const credentials = { origin: server.url, name: "Authorization", value: "Bearer s3cret" };
    await send("/d", { credentials });
    expect(received.at(-1)?.headers).toMatchObject({
      authorization: "Bearer s3cret",
      "idempotency-key": exampleMessage.idempotencyKey,
    });
    const elsewhere = await send("/e", { credentials: { ...credentials, origin: "https://api.example.com" } });
    expect(elsewhere).toMatchObject({ status: "failed", permanent: true });
    expect(received).toHaveLength(1);
  });
});
