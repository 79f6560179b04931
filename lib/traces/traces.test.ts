import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeSpan, inSpan, openTraces } from "./index.ts";

type Value = { stringValue?: string; intValue?: string; boolValue?: boolean };
type Sent = {
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  status: { code?: number };
  attributes: { key: string; value: Value }[];
};

const got: { spans: Sent[]; headers: Record<string, unknown>; resource: unknown }[] = [];
const receiver = createServer(async (request, response) => {
  let text = "";
  for await (const part of request) text += part;
  const [{ resource, scopeSpans } = { resource: null, scopeSpans: [{ spans: [] }] }] = JSON.parse(text).resourceSpans;
  got.push({ spans: scopeSpans[0].spans, headers: { ...request.headers, path: request.url }, resource });
  response.end("{}");
});

let url = "";
beforeEach(async () => {
  got.length = 0;
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/v1/traces`;
});
afterEach(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const collector = (more: object = {}) => ({
  ...{ url, headers: { "x-team": "growth" }, timeoutMs: 5_000, delayMs: 60_000, ratio: 1 },
  ...{ resource: { "service.name": "shop" }, report: () => {} },
  ...more,
});

test("spans reach the collector with parents, kinds, times, attributes and failures; empty work is left out", async () => {
  const traces = openTraces(collector());
  const remote = "0af7651916cd43dd8448eb211c80319c";
  const failed = inSpan("GET", { kind: "server", traceparent: `00-${remote}-b7ad6b7169203331-01` }, async () => {
    describeSpan({ "http.route": "/api/people", n: 2 }, { name: "GET /api/people" });
    await Promise.all([inSpan("send email", { kind: "client" }, async () => describeSpan({}, { hasFailed: true }))]);
    await inSpan("idle", {}, async () => describeSpan({}, { isDropped: true }));
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  await traces.stop();
  expect(await inSpan("after", {}, async () => 3)).toBe(3);
  const [{ spans, headers, resource } = { spans: [], headers: {}, resource: null }] = got;
  expect(headers).toMatchObject({ path: "/v1/traces", "x-team": "growth", "content-type": "application/json" });
  expect(resource).toEqual({ attributes: [{ key: "service.name", value: { stringValue: "shop" } }] });
  const [send, root] = spans;
  expect(spans.map(({ name }) => name)).toEqual(["send email", "GET /api/people"]);
  expect(root).toMatchObject({ traceId: remote, parentSpanId: "b7ad6b7169203331", kind: 2, status: { code: 2 } });
  expect(root?.attributes).toEqual([
    { key: "http.route", value: { stringValue: "/api/people" } },
    { key: "n", value: { intValue: "2" } },
  ]);
  expect(send).toMatchObject({ traceId: remote, parentSpanId: root?.spanId, kind: 3, status: { code: 2 } });
  expect(BigInt(root?.endTimeUnixNano ?? 0) >= BigInt(send?.endTimeUnixNano ?? 1)).toBe(true);
});

test("what a sampler leaves out is not sent, nor what a caller decided to leave out", async () => {
  const none = openTraces(collector({ ratio: 0 }));
  await inSpan("one", {}, () => inSpan("two", {}, async () => {}));
  await none.stop();
  const all = openTraces(collector());
  await inSpan("three", { traceparent: `00-${"1".repeat(32)}-${"2".repeat(16)}-00` }, async () => {});
  await all.stop();
  expect(got).toEqual([]);
});

test("a collector that is away is told of once, and costs a stop nothing", async () => {
  const told: unknown[] = [];
  const away = openTraces(
    collector({ url: "http://127.0.0.1:9/v1/traces", delayMs: 1, report: (e: unknown) => told.push(e) }),
  );
  for (let round = 0; round < 2; round++) {
    await inSpan("one", {}, async () => {});
    await expect.poll(() => told.length).toBe(1);
  }
  for (let span = 0; span < 5_000; span++) await inSpan("many", {}, async () => {});
  const began = performance.now();
  await away.stop();
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(told).toHaveLength(1);
});
