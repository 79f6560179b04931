// Limits that several areas keep to, each said here alone. docs/limits.md lists for people what they may send.

/** The number of shards for all rows about people (R2). A power of two: the last bits of an id are its shard. */
export const SHARD_COUNT = 64;

/** Levels of lists and objects inside each other in JSON that is stored. */
export const DEEPEST_JSON = 64;

/** Characters of the name of a time zone; no known name is longer. */
export const LONGEST_ZONE = 64;

/** Characters of a network address as text; no address is longer. */
export const LONGEST_ADDRESS = 64;

/** Effects that one cause may set off one after the other before the chain is cut (R22). */
export const LONGEST_CHAIN = 16;
