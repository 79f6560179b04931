import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { loadDriver } from "./driver.ts";

/** Raw SQL; inside a transaction the same shape is handed on. */
export type Sql = postgres.Sql<Record<string, never>>;
export type TransactionSql = postgres.TransactionSql<Record<string, never>>;
/** A piece of a statement, to be put into others. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;
export type Orm = PostgresJsDatabase;
/** The same inside a transaction. */
export type Transaction = Parameters<Parameters<Orm["transaction"]>[0]>[0];

/** One pool with both ways to ask: `sql` for the hot path, `orm` for everything else. */
export type Database = {
  readonly sql: Sql;
  readonly orm: Orm;
  readonly close: () => Promise<void>;
  /** Whether a session stays on one connection of the server; behind a transaction pooler it does not. */
  readonly keepsSessions: boolean;
  /** Another pool on the same server, with options of its own. */
  readonly fork: (options: ConnectOptions) => Database;
};

export type ConnectOptions = {
  /** Connections at most. */
  readonly max?: number;
  /** `false` behind a transaction pooler. */
  readonly prepare?: boolean;
  /** Called when a connection is gone; connections then live until they break, for what is bound to one (locks of sessions). */
  readonly onClose?: () => void;
  /** Server settings of each connection, e.g. timeouts in ms. */
  readonly settings?: Record<string, string | number>;
};

/** Seconds before another try at a server that is away: the driver's own waits grow to 20 s, as long after its return. */
const reconnectWait = (failures: number): number => Math.min(0.05 * 2 ** failures, 1) * (0.5 + Math.random() / 2);

/** Opens a pool; nothing is asked of the server before the first query. */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const sql: Sql = loadDriver()(url, {
    max: options.max ?? 10,
    prepare: options.prepare ?? true,
    onnotice: () => {},
    backoff: reconnectWait,
    ...(options.onClose ? { onclose: options.onClose, max_lifetime: null, idle_timeout: 0 } : {}),
    connection: { application_name: "sojourn", TimeZone: "UTC", ...options.settings },
  });
  return {
    sql,
    orm: drizzle(sql),
    close: () => sql.end({ timeout: 5 }),
    keepsSessions: options.prepare ?? true,
    fork: (changes) => connect(url, { ...options, ...changes }),
  };
}
