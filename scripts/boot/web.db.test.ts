import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ApiFixture, answerRequest, apiFixture, onEvent, published } from "#api/testing";
import { config } from "#config";
import { problemResponse } from "#http";
import { startEngine } from "#runtime";
import { openTraces } from "#traces";
import { openWeb, type Web } from "./web.ts";

const EMAIL = "ada.lovelace@example.org";
const NEEDLES = [EMAIL, "ada-lovelace-77", "Byron"];
const EXIT = { type: "EXIT", name: "end", config: {} };

type Span = { name: string; traceId: string; attributes: { key: string; value: { stringValue?: string } }[] };

let api: ApiFixture;
let web: Web;
let url = "";
const spans: Span[] = [];
const receiver = createServer(async (request, response) => {
  let text = "";
  for await (const part of request) text += part;
  spans.push(...JSON.parse(text).resourceSpans[0].scopeSpans[0].spans);
  response.end("{}");
});

beforeAll(async () => {
  api = await apiFixture();
  const answer = getRequestListener((request) => answerRequest(request).catch((error) => problemResponse(error)), {
    overrideGlobalObjects: false,
  });
  const pages = { answer, builtPages: () => ({ isBuilt: false, hashes: [] }), close: async () => {} };
  web = await openWeb({ ...config(), port: 0, host: "127.0.0.1" }, api.database, async () => pages);
  await web.listen();
  url = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`;
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
});
afterAll(async () => {
  await web.close();
  receiver.closeAllConnections();
  receiver.close();
});

const ask = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    headers: { authorization: `Bearer ${api.secretKey}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });

/** Renames a table while `work` runs, so that every statement on it fails. */
async function without(table: string, work: () => Promise<unknown>): Promise<void> {
  const { sql } = api.database;
  await sql`alter table ${sql(table)} rename to ${sql(`${table}_gone`)}`;
  try {
    await work();
  } finally {
    await sql`alter table ${sql(`${table}_gone`)} rename to ${sql(table)}`;
  }
}

test("an answer has the id of its request, a proxy's if it is one, and so has every line that is logged for it", async () => {
  const lines: string[] = [];
  const written = vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    const fine = await ask("/api/people");
    expect(fine.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect((await ask("/api/people", undefined, { "x-request-id": "proxy-id-0001" })).headers.get("x-request-id")).toBe(
      "proxy-id-0001",
    );
    expect(
      (await ask("/api/people", undefined, { "x-request-id": `id of ${EMAIL}` })).headers.get("x-request-id"),
    ).toMatch(/^[0-9a-f-]{36}$/);
    const person = { userId: "ada-lovelace-77", traits: { email: EMAIL, name: "Byron" } };
    await without("identities", async () => {
      const failed = await ask(`/api/people?externalId=${NEEDLES[1]}`);
      expect(failed.status).toBe(500);
      const { requestId } = await failed.json();
      expect(failed.headers.get("x-request-id")).toBe(requestId);
      expect(lines.join("")).toContain(requestId);
      const refused = await ask("/v1/identify", person);
      expect(refused.status).toBe(500);
      expect(lines.join("")).toContain(refused.headers.get("x-request-id"));
    });
    // The query builder names the values of a statement that failed.
    await without("content", async () => {
      expect((await ask("/api/content", { type: "email", name: NEEDLES[2] })).status).toBe(500);
    });
    await ask("/v1/identify", person);
    await without("history", async () => {
      await published(api, [onEvent("in"), EXIT]);
      await ask("/v1/track", { userId: person.userId, event: "in", properties: { to: EMAIL } });
      const engine = startEngine(api.database, { outbox: false });
      await expect.poll(() => lines.join(""), { timeout: 10_000 }).toContain("batchId");
      await engine.stop();
    });
  } finally {
    written.mockRestore();
  }
  const log = lines.join("");
  for (const needle of NEEDLES) expect(log).not.toContain(needle);
});

test("traces have the request, the ingest, the batch and the send, and nothing personal", async () => {
  const { port } = receiver.address() as AddressInfo;
  const traces = openTraces({
    ...{ url: `http://127.0.0.1:${port}/v1/traces`, headers: {}, timeoutMs: 5_000, delayMs: 50, ratio: 1 },
    ...{ resource: {}, report: () => {} },
  });
  await api.call("POST /api/content", {
    body: { type: "email", slug: "hello", name: "Hello", subject: "Hi", html: "<p>Hi</p>" },
  });
  const mail = { type: "CONTENT", name: "mail", contentId: "hello", config: { contentType: "email" } };
  await published(api, [onEvent("bought"), mail, EXIT]);
  const engine = startEngine(api.database);
  await ask("/v1/identify", { userId: "ada-lovelace-77", traits: { email: EMAIL, name: "Byron" } });
  await ask("/v1/track", { userId: "ada-lovelace-77", event: "bought" });
  await ask(`/api/people?search=${EMAIL}`);
  const names = () => new Set(spans.map(({ name }) => name));
  await expect
    .poll(names, { timeout: 15_000 })
    .toEqual(new Set([...names(), "POST ingest", "GET /api/people", "ingest", "advance batch", "send email"]));
  await engine.stop();
  await traces.stop();
  const route = spans.find(({ name }) => name === "GET /api/people");
  expect(route?.attributes).toContainEqual({ key: "http.response.status_code", value: { intValue: "200" } });
  const text = JSON.stringify(spans);
  for (const needle of [...NEEDLES, api.secretKey]) expect(text).not.toContain(needle);
});

test("clients that hang in their request, or do not read their answer, hold no request of another", async () => {
  const { port } = web.server.address() as AddressInfo;
  const hanging: Socket[] = [];
  const hang = async (request: string) => {
    const socket = connect(port, "127.0.0.1").pause();
    socket.on("error", () => {});
    await once(socket, "connect");
    socket.write(request);
    hanging.push(socket);
  };
  const key = `authorization: Bearer ${api.secretKey}`;
  const heads = [
    "GET /api/people HT",
    `POST /v1/track HTTP/1.1\r\nhost: x\r\n${key}\r\ncontent-length: 900\r\n\r\n{"userId":`,
    `POST /api/people HTTP/1.1\r\nhost: x\r\n${key}\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{`,
    `GET /api/people/ada-lovelace-77/export HTTP/1.1\r\nhost: x\r\n${key}\r\n\r\n`,
  ];
  try {
    for (let round = 0; round < 40; round++) for (const head of heads) await hang(head);
    const answers = await Promise.all([
      ask("/api/people"),
      ask("/v1/track", { userId: "grace", event: "came" }),
      ask("/api/people", { externalId: "grace-2" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 201]);
  } finally {
    for (const socket of hanging) socket.destroy();
  }
});
