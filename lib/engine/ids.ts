import { hashText, SHARD_COUNT } from "#values";

export { hashText };

/** A number from 0 to below 1 that depends only on the text. */
export function share(text: string): number {
  const [high, low] = hashText(text);
  return (high * 2_097_152 + (low >>> 11)) / 9_007_199_254_740_992;
}

/** Short hash for revisions and program hashes: 32 hex digits. */
export function digest(text: string): string {
  return hashText(text).map(hex8).join("");
}

/**
 * A uuid in the format of v7: the time (epoch ms), then a hash of `seed`. Its last six bits are those of `owner`, so
 * that the row belongs to the person's shard (R2). With `sequence`, ids of the same ms sort in the order of the
 * sequence.
 */
export function derivedId(seed: string, at: number, owner: string, sequence?: number): string {
  const [a, b, c] = hashText(seed);
  const time = hex12(at);
  const shard = Number.parseInt(owner.slice(-2), 16) & (SHARD_COUNT - 1);
  const last = hex8(((c & 0xffffffc0) | shard) >>> 0);
  const version = hex4(0x7000 | ((sequence ?? a) & 0x0fff));
  const variant = hex4(0x8000 | ((a >>> 12) & 0x3fff));
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex4(b & 0xffff)}${last}`;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));

function hex4(value: number): string {
  return `${HEX[(value >>> 8) & 255]}${HEX[value & 255]}`;
}

function hex8(value: number): string {
  return `${hex4(value >>> 16)}${hex4(value & 0xffff)}`;
}

function hex12(value: number): string {
  const whole = Math.max(0, Math.floor(value));
  return `${hex4(Math.floor(whole / 4_294_967_296) & 0xffff)}${hex8(whole >>> 0)}`;
}
