import { createHmac } from "node:crypto";
import { lookup } from "node:dns";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { everyChannel, exampleMessage } from "../channel.cases.ts";
import type { Message } from "../channel.ts";
import { openAddressGuard } from "../network/address-guard.ts";
import { type ReceivedCall, startWebServer, type WebServer } from "../testing/index.ts";
import { guardedLookup } from "./call.ts";
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

const open = () => webhookChannel({ allowedNetworks: ["127.0.0.0/8", "::1"] });
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
    const answer = result.status === "sent" ? result.response : undefined;
    expect(answer && "body" in answer && String(answer.body).length).toBe(65_536);
  });

  it.each([
    ["as an address", () => origin],
    ["as a name that resolves to it", () => origin.replace("127.0.0.1", "localhost")],
    ["as a mapped address", () => origin.replace("127.0.0.1", "[::ffff:127.0.0.1]")],
    ["as a number", () => origin.replace("127.0.0.1", "2130706433")],
  ])("T4: calls no address that is not allowed, %s", async (_, address) => {
    const channel = webhookChannel({ allowedNetworks: [] });
    const result = await channel.send({ ...exampleMessage, recipient: address() });
    expect(result).toMatchObject({ permanent: true, error: expect.stringContaining("SOJOURN_ALLOWED_NETWORKS") });
    expect(received).toHaveLength(0);
  });

  it("T4: follows no redirect, wherever it leads", async () => {
    expect(await call("/302")).toMatchObject({ status: "failed", permanent: true });
    expect(received).toHaveLength(1);
  });
});

describe("what a name resolves to", () => {
  const resolving = (...found: string[]): typeof lookup => {
    const addresses = found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    return Object.assign((...given: unknown[]) => (given[2] as Done)(null, addresses), lookup) as typeof lookup;
  };
  type Done = (error: Error | null, found: readonly { address: string; family: number }[]) => void;
  const look = (resolve: typeof lookup, all: boolean) =>
    new Promise((settle) =>
      guardedLookup(openAddressGuard([]), resolve)("hook.example", { all }, (error, address) =>
        settle(error ? error.message : address),
      ),
    );

  it("T4: is what is connected to, with no second look", async () => {
    expect(await look(resolving("8.8.8.8"), false)).toBe("8.8.8.8");
    expect(await look(resolving("8.8.8.8", "2606:4700::1"), true)).toEqual([
      { address: "8.8.8.8", family: 4 },
      { address: "2606:4700::1", family: 6 },
    ]);
  });

  it("T4: is refused whole if one of its addresses may not be called", async () => {
    for (const address of ["10.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "fe80::1%eth0"])
      expect(await look(resolving("8.8.8.8", address), true)).toEqual(expect.stringContaining(address));
  });
});
