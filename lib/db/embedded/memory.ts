import { totalmem } from "node:os";

const MEGABYTE = 2 ** 20;
/** PostgreSQL's own default. */
const LEAST = 128;
const MOST = 1_024;

/**
 * `shared_buffers` for a machine with this much memory: an eighth, because the product and the file cache need memory
 * too. Shards are processed one after the other, but pages hold people of all shards: with a million people and the
 * default, each page was read from the file cache repeatedly (enrolling an audience took a fifth longer).
 */
export function sharedBuffers(bytes = memory()): string {
  return `${Math.min(MOST, Math.max(LEAST, Math.floor(bytes / 8 / MEGABYTE)))}MB`;
}

/** The memory limit of the container, or the machine's memory. */
function memory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}
