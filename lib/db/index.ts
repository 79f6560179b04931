export { isDatabaseAway } from "./away.ts";
export {
  type ConnectOptions,
  connect,
  type Database,
  type Fragment,
  type Orm,
  type Sql,
  type TransactionSql,
} from "./client.ts";
export type { ColumnKind, Columns } from "./copy/columns.ts";
export { copyRows } from "./copy/copy-rows.ts";
export { closeDatabase, getDatabase, openDatabase } from "./database.ts";
export { followMerges } from "./follow-merges.ts";
export { type PackedHop, packHops, unpackHops } from "./hops.ts";
export { ALL_SHARDS, identityShard, keyShard, newId, SHARD_COUNT, shardOf } from "./ids.ts";
export { appendSignals, type InboxRow } from "./inbox.ts";
export { isMigrated, migrate } from "./migrate.ts";
export { type OneJourney, readConfiguration } from "./read-configuration.ts";
export { registerAdvancer, requestAdvance } from "./request-advance.ts";
export * as schema from "./schema/index.ts";
export { onWork, wakeEngine } from "./wake.ts";
