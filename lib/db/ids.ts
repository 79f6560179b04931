import { randomFillSync, randomInt } from "node:crypto";

/** Number of shards everything about people is spread over (R2). */
export const SHARD_COUNT = 64;

/** All shard numbers: every hot statement names its shards as a list (`shard = any($1)`). */
export const ALL_SHARDS: readonly number[] = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);

/** The shard of a person, and of every row made for them: last six bits of the uuid (R2). */
export function shardOf(uuid: string): number {
  return Number.parseInt(uuid.slice(-2), 16) & (SHARD_COUNT - 1);
}

/**
 * A fresh uuid v7. `shard` sets its last six bits, so that the row's id leads to its shard. Ids of one moment ascend by a
 * counter (RFC 9562, 6.2, method 1): rows written together come to lie side by side in every index.
 */
export function newId(shard?: number, at = Date.now()): string {
  const bytes = takeRandom();
  bytes.writeUIntBE(at, 0, 6);
  counter = (counter + 1) & COUNTER_MASK;
  bytes[6] = 0x70 | (counter >>> 22);
  bytes[7] = (counter >>> 14) & 0xff;
  bytes[8] = 0x80 | ((counter >>> 8) & 0x3f);
  bytes[9] = counter & 0xff;
  if (shard !== undefined) bytes[15] = ((bytes[15] ?? 0) & 0xc0) | shard;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Four, eight, six and eight bits, behind the time. It begins anywhere, so that processes do not count alike. */
const COUNTER_MASK = 2 ** 26 - 1;
let counter = randomInt(COUNTER_MASK);

// Asking for 16 bytes at a time was 2 % of a batch's time: they are taken from a pool.
const pool = Buffer.allocUnsafe(16 * 256);
let taken = pool.length;

function takeRandom(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += 16;
  return pool.subarray(taken - 16, taken);
}

/** The shard of a row that is keyed by a text instead of a person: identities, message ids (R2). FNV-1a. */
export function keyShard(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & (SHARD_COUNT - 1);
}

/** The shard of an identity's row: who a `userId` or `anonymousId` belongs to. */
export function identityShard(workspaceId: string, kind: "external" | "anonymous", value: string): number {
  return keyShard(`${workspaceId} ${kind} ${value}`);
}
