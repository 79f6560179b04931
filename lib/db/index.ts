export { announceAdvanced, onAdvanced, onWork, wakeEngine } from "./announce.ts";
export { isDatabaseAway } from "./away.ts";
export { Bell } from "./bell.ts";
export {
  type ConnectOptions,
  connect,
  type Database,
  type Fragment,
  type Orm,
  type Sql,
  type Transaction,
  type TransactionSql,
} from "./client.ts";
export type { ColumnKind, Columns } from "./copy/columns.ts";
export { copyRows } from "./copy/copy-rows.ts";
export { closeDatabase, getDatabase, openDatabase } from "./database.ts";
export { errorCode } from "./error-code.ts";
export { ALL_SHARDS, identityShard, keyShard, newId, SHARD_COUNT, shardOf, textHash } from "./ids.ts";
export { isCluster } from "./is-cluster.ts";
export { isMigrated, migrate } from "./migrate.ts";
export { registerAdvancer, requestAdvance } from "./request-advance.ts";
export { databaseForFigures, openStandby, type StandbyState, standbyState } from "./standby.ts";
