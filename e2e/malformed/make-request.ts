import { fittingValue } from "./fitting-value.ts";
import { Random } from "./random.ts";
import type { Api, Operation } from "./read-operations.ts";
import { bodyOf, jsonOf } from "./spoil-text.ts";
import { spoilValue } from "./spoil-value.ts";

/** The requests' own things: keys that work, and things that are there, by the first word of their addresses. */
export type Ground = {
  readonly keys: readonly [string, ...string[]];
  readonly cookie: string;
  readonly ids: Readonly<Record<string, string>>;
};

export type OddRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | null;
  readonly streams: boolean;
};

const ODD_IDS = [
  "none",
  "0",
  "-1",
  "%00",
  "%F0%9F%92%A9",
  "%ED%A0%80",
  "a%2Fb",
  "a'b",
  "%25",
  "null",
  "undefined",
  "0197a000-0000-7000-8000-000000000002",
  "0197A000-0000-7000-8000-00000000000",
  "99999999999999999999",
  "x".repeat(3_000),
] as const;
const ODD_TEXTS = [
  "",
  "0",
  "-1",
  "1e9",
  "NaN",
  "%00",
  "%ED%A0%80",
  "%FF",
  "null",
  "true",
  "x".repeat(2_000),
  "[]",
  "a,b",
  "2026-02-30",
] as const;
const MESSAGE = {
  userId: "odd",
  event: "Odd",
  type: "track",
  traits: { plan: "pro" },
  properties: { amount: 1 },
  batch: [],
};

/** Headers that clients, proxies and Next's own pages send, with values that mean nothing. */
const ODD_HEADERS: readonly [Record<string, string | string[]>, ...Record<string, string | string[]>[]] = [
  {},
  { accept: "nonsense/*;q=x" },
  { "if-match": '"x' },
  { "if-match": "W/*" },
  { "idempotency-key": "x".repeat(300) },
  { "idempotency-key": "\u00e9" },
  { origin: "null" },
  { origin: "http://[" },
  { cookie: "sojourn.session_token=%E0%A4%A; =; a" },
  { authorization: "Basic !!!" },
  { authorization: "Bearer" },
  { authorization: "Bearer a.b.c" },
  { "api-key": "\u00ff" },
  { "x-forwarded-for": "not, an, address" },
  { "x-forwarded-proto": "javascript" },
  { range: "bytes=5-1" },
  { traceparent: "00-0-0-0" },
  { "accept-language": ";;;" },
  { "last-event-id": "-5" },
  { rsc: "1", "next-router-state-tree": "%5B" },
  { "next-router-prefetch": "9", "next-router-segment-prefetch": "/_x" },
  { "next-action": "0".repeat(42) },
  { "x-http-method-override": "DELETE" },
  { "x-odd": ["one", "two"] },
  { "x-long": "x".repeat(8_000) },
];

/** The request of this number: the same for the same seed, and wrong in one way or in several. */
export function makeRequest({ operations, schemas }: Api, ground: Ground, seed: number, number: number): OddRequest {
  const random = new Random(seed * 1_000_003 + number);
  const operation = random.pick(operations);
  const schema = operation.body;
  const good = schema ? fittingValue(schema, schemas, random) : MESSAGE;
  const takesBody = schema !== null || operation.method === "POST" || random.chance(0.05);
  const value = random.chance(0.7) ? spoilValue(good, random) : good;
  const body = takesBody && operation.method !== "GET" ? bodyOf(jsonOf(value), random) : null;
  return {
    method: random.chance(0.02) ? random.pick(["PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]) : operation.method,
    path: pathOf(operation, ground, random) + queryOf(operation, random),
    headers: {
      ...credentials(ground, random),
      ...body?.headers,
      ...(random.chance(0.3) ? random.pick(ODD_HEADERS) : {}),
    },
    body: body?.bytes ?? null,
    streams: operation.streams,
  };
}

/** What is there is never deleted: the other requests need it. */
function pathOf({ method, path }: Operation, { ids }: Ground, random: Random): string {
  const own = ids[path.split("/")[2] ?? ""];
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    const useOwn = name === "id" && own !== undefined && method !== "DELETE" && random.chance(0.7);
    return useOwn ? own : random.pick(ODD_IDS);
  });
}

function queryOf({ parameters }: Operation, random: Random): string {
  if (random.chance(0.6)) return "";
  const known = parameters.filter(({ in: place }) => place === "query").map(({ name }) => name);
  const names = [...known, "limit", "key", "", "nothing", "page"];
  const pairs = Array.from({ length: 1 + random.below(3) }, () => {
    const name = names[random.below(names.length)] ?? "";
    const pair = `${name}=${random.pick(ODD_TEXTS)}`;
    return random.chance(0.3) ? `${pair}&${name}=${random.pick(ODD_TEXTS)}` : pair;
  });
  return `?${pairs.join("&")}`;
}

function credentials({ keys, cookie }: Ground, random: Random): Record<string, string> {
  if (random.chance(0.15)) return { cookie };
  return random.chance(0.05) ? {} : { authorization: `Bearer ${random.pick(keys)}` };
}
