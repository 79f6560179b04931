import { gzipSync } from "node:zlib";
import type { Random } from "./random.ts";
import { RAW_NUMBER } from "./spoil-value.ts";

export type Body = { readonly bytes: Buffer; readonly headers: Readonly<Record<string, string>> };

const RAW = /"\\u0001number:([^"]*)"/g;
if (!JSON.stringify(RAW_NUMBER).startsWith('"\\u0001number:')) throw new Error("Raw numbers are not found again");

/** JSON with the numbers that only JSON can say. */
export const jsonOf = (value: unknown): string => (JSON.stringify(value) ?? "").replace(RAW, "$1");

const JSON_TYPE = { "content-type": "application/json" };
const text = (json: string, headers: Record<string, string> = JSON_TYPE): Body => ({
  bytes: Buffer.from(json),
  headers,
});

type Spoil = (json: string, random: Random) => Body;
const TYPES = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "application/xml",
  "application/json; charset=utf-16",
  "application/json, application/json",
  "/;;=",
] as const;
const ENCODINGS = ["gzip", "br", "deflate", "zstd", "identity", "gzip, gzip", "nonsense"] as const;
const TEXTS = [
  "",
  "  \n",
  "null",
  "[]",
  '""',
  "0",
  "NaN",
  "{",
  "}",
  "{'a':1}",
  "{} {}",
  "// x\n{}",
  '{"a":1,}',
  "\ufeff{}",
] as const;

/** What happens to a good JSON text on its way: cut, doubled, in another encoding or under another name. */
const SPOILS: readonly [Spoil, ...Spoil[]] = [
  (_, random) => text(random.pick(TEXTS)),
  (json, random) => text(json.slice(0, random.below(json.length + 1))),
  (json) => text(json.replace(/^\{(.+)\}$/s, "{$1,$1}")),
  (_, random) => text(`${"[".repeat(random.pick([500, 5_000, 100_000]))}`),
  (_, random) => text(`${'{"a":'.repeat(random.pick([500, 5_000, 50_000]))}1`),
  (json) => ({ bytes: Buffer.from(json, "utf16le"), headers: JSON_TYPE }),
  (json) => ({ bytes: Buffer.from(`${json.slice(0, -1)},"é":"ÿ"}`, "latin1"), headers: JSON_TYPE }),
  (json) => ({ bytes: Buffer.concat([Buffer.from(json), Buffer.from([0xff, 0xfe, 0xc0, 0x80])]), headers: JSON_TYPE }),
  (json, random) => text(json, { "content-type": random.pick(TYPES) }),
  (json) => text(json, {}),
  (json, random) => text(json, { ...JSON_TYPE, "content-encoding": random.pick(ENCODINGS) }),
  (json) => ({ bytes: gzipSync(json), headers: { ...JSON_TYPE, "content-encoding": "gzip" } }),
  (json) => ({ bytes: gzipSync(json).subarray(0, -6), headers: { ...JSON_TYPE, "content-encoding": "gzip" } }),
  (json) => ({ bytes: gzipSync(json), headers: JSON_TYPE }),
  () => ({ bytes: gzipSync(" ".repeat(20_000_000)), headers: { ...JSON_TYPE, "content-encoding": "gzip" } }),
];

/** The bytes of a body: the JSON as it is, or spoilt in one of many ways. */
export function bodyOf(json: string, random: Random): Body {
  return random.chance(0.3) ? random.pick(SPOILS)(json, random) : text(json);
}
