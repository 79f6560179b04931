import { processSingleton } from "#process";
import { type ConnectOptions, connect, type Database } from "./client.ts";

const held = processSingleton("database", (): { database: Database | null } => ({ database: null }));

/** The process's own pool, opened by `openDatabase` at start. */
export function getDatabase(): Database {
  if (!held.database) throw new Error("The database is not open yet: call openDatabase(url) first.");
  return held.database;
}

export function openDatabase(url: string, options: ConnectOptions = {}): Database {
  held.database ??= connect(url, options);
  return held.database;
}

export async function closeDatabase(): Promise<void> {
  const { database } = held;
  held.database = null;
  await database?.close();
}
