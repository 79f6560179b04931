import { totalmem } from "node:os";

const MEGABYTE = 2 ** 20;
/** PostgreSQL's own default. */
const LEAST = 128;
const MOST = 1_024;

/**
 * `shared_buffers` for a machine with so many bytes: an eighth of them, as the product and the system's file cache live there
 * too. Shards are worked on one after the other while their people lie side by side on every page: with a million people and
 * the default, each was read from the file cache again (an audience of them took a fifth longer).
 */
export function sharedBuffers(bytes = memory()): string {
  return `${Math.min(MOST, Math.max(LEAST, Math.floor(bytes / 8 / MEGABYTE)))}MB`;
}

/** What a container is limited to, or what the machine has. */
function memory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}
