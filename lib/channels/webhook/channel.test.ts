import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { everyChannel, exampleMessage } from "../channel.cases.ts";
import type { Message } from "../channel.ts";
import { type ReceivedCall, startWebServer, type WebServer } from "../testing/index.ts";
import { webhookChannel } from "./channel.ts";

let server: WebServer;
let received: readonly ReceivedCall[];
let origin: string;

/** Answers with the status that the path names, e.g. /503. */
beforeEach(async () => {
  server = await startWebServer(({ path }) => {
    if (path === "/cut") return null;
    const status = Number(path.slice(1)) || 200;
    const body = path === "/long" ? "x".repeat(200_000) : { got: path };
    return { status, body, headers: status === 429 ? { "retry-after": "7" } : {} };
  });
  received = server.calls;
  origin = server.url;
});
afterEach(() => server.close());

const open = () => webhookChannel({ privateNetworks: true });
const call = (path: string, changes: Partial<Message> = {}) =>
  open().send({ ...exampleMessage, recipient: origin + path, text: '{"plan":"pro"}', ...changes });

describe("a webhook", () => {
  everyChannel(open, "sent", () => ({ ...exampleMessage, recipient: `${origin}/200` }));

  it("calls with method, headers and body, and brings the answer back", async () => {
    const request = {
      method: "PUT",
      headers: { "content-type": "application/json", "x-team": "growth" },
      secret: null,
    };
    const result = await call("/201", { request });
    expect(result).toMatchObject({ status: "sent", response: { status: 201, body: { got: "/201" } } });
    expect(received).toMatchObject([
      { method: "PUT", path: "/201", body: '{"plan":"pro"}', headers: { "x-team": "growth" } },
    ]);
  });

  it("is signed after Standard Webhooks, with the same id at every attempt", async () => {
    const secret = `whsec_${Buffer.from("a very secret key").toString("base64")}`;
    for (let attempt = 0; attempt < 2; attempt++) await call("/", { request: { method: "POST", headers: {}, secret } });
    const ids = received.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toEqual([exampleMessage.idempotencyKey, exampleMessage.idempotencyKey]);
    const [{ headers, body }] = received as [ReceivedCall];
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const expected = createHmac("sha256", "a very secret key").update(signed).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
  });

  it.each([
    ["/404", true],
    ["/301", true],
    ["/410", true],
    ["/429", false],
    ["/500", false],
    ["/503", false],
  ])("answered %s is final: %s", async (path, permanent) => {
    expect(await call(path)).toMatchObject({
      status: "failed",
      permanent,
      error: `The endpoint answered ${path.slice(1)}.`,
    });
    expect(received).toHaveLength(1);
  });

  it("waits as long as a busy endpoint asks for", async () => {
    expect(await call("/429")).toMatchObject({ retryAfterMs: 7_000 });
  });

  it("tries again after a cut connection or a refused one, and never after a header that cannot be sent", async () => {
    expect(await call("/cut")).toMatchObject({ status: "failed", permanent: false });
    expect(await open().send({ ...exampleMessage, recipient: "http://127.0.0.1:1/" })).toMatchObject({
      permanent: false,
    });
    const request = { method: "POST", headers: { "x-name": "a\r\nb" }, secret: null };
    expect(await call("/", { request })).toMatchObject({ status: "failed", permanent: true });
  });

  it("keeps at most 64 KB of an answer", async () => {
    const result = await call("/long");
    expect(result.status === "sent" && String(result.response?.body).length).toBe(65_536);
  });

  it.each(["", "localhost"])("calls no private network where that is forbidden %s", async (host) => {
    const channel = webhookChannel({ privateNetworks: false });
    const recipient = host ? origin.replace("127.0.0.1", host) : origin;
    expect(await channel.send({ ...exampleMessage, recipient })).toMatchObject({
      permanent: true,
      error: expect.stringContaining("private network"),
    });
    expect(received).toHaveLength(0);
  });
});
