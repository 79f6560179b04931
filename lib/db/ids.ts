import { randomBytes } from "node:crypto";

/** Number of shards everything about people is spread over (R2). */
export const SHARD_COUNT = 64;

/** All shard numbers: every hot statement names its shards as a list (`shard = any($1)`). */
export const ALL_SHARDS: readonly number[] = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);

/** The shard of a person, and of every row made for them: last six bits of the uuid (R2). */
export function shardOf(uuid: string): number {
  return Number.parseInt(uuid.slice(-2), 16) & (SHARD_COUNT - 1);
}

/** A fresh uuid v7. `shard` sets its last six bits, so that the row's id leads to its shard. */
export function newId(shard?: number, at = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  if (shard !== undefined) bytes[15] = ((bytes[15] ?? 0) & 0xc0) | shard;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
