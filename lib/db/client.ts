import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { loadDriver } from "./driver.ts";
import { applyInTransactions } from "./local-settings.ts";

/** Raw SQL; inside a transaction, the same type. */
export type Sql = postgres.Sql<Record<string, never>>;
export type TransactionSql = postgres.TransactionSql<Record<string, never>>;
/** A fragment of a statement, for use in others. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;
export type Orm = PostgresJsDatabase;
/** The same inside a transaction. */
export type Transaction = Parameters<Parameters<Orm["transaction"]>[0]>[0];

/** One pool with two interfaces: `sql` for the hot path, `orm` for everything else. */
export type Database = {
  readonly sql: Sql;
  readonly orm: Orm;
  readonly close: () => Promise<void>;
  /** Whether a session stays on one connection of the server; behind a transaction pooler it does not. */
  readonly keepsSessions: boolean;
  /** Another pool on the same server, with its own options. */
  readonly fork: (options: ConnectOptions) => Database;
};

export type ConnectOptions = {
  /** Connections at most. */
  readonly max?: number;
  /**
   * The address is that of a pooler which gives each transaction another session (PgBouncer in transaction mode):
   * statements are not prepared, and settings apply to transactions.
   */
  readonly pooled?: boolean;
  /**
   * Called when a connection is lost; with it, connections are never recycled, because session locks are bound to one.
   */
  readonly onClose?: () => void;
  /** Server settings of each connection, e.g. timeouts in ms. */
  readonly settings?: Record<string, string | number>;
};

/**
 * Seconds between attempts to reconnect: the driver's own delays grow to 20 s, which would delay the recovery as long.
 */
const reconnectWait = (failures: number): number => Math.min(0.05 * 2 ** failures, 1) * (0.5 + Math.random() / 2);

/** Opens a pool; connects at the first query. */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const { pooled = false, settings = {} } = options;
  const sql: Sql = loadDriver()(url, {
    max: options.max ?? 10,
    prepare: !pooled,
    onnotice: () => {},
    backoff: reconnectWait,
    ...(options.onClose ? { onclose: options.onClose, max_lifetime: null, idle_timeout: 0 } : {}),
    // A pooler passes these two on, and refuses a connection that brings others.
    connection: { application_name: "sojourn", TimeZone: "UTC", ...(pooled ? {} : settings) },
  });
  if (pooled) applyInTransactions(sql, settings);
  return {
    sql,
    orm: drizzle(sql),
    close: () => sql.end({ timeout: 5 }),
    keepsSessions: !pooled,
    fork: (changes) => connect(url, { ...options, ...changes }),
  };
}
