import { connect, type Database } from "./client.ts";

// Held on globalThis because Next's bundle and the server each load their own copy of this module.
const holder = globalThis as { sojournDatabase?: Database };

/** The process's own pool, opened by `openDatabase` at start. */
export function getDatabase(): Database {
  if (!holder.sojournDatabase) throw new Error("The database is not open yet: call openDatabase(url) first.");
  return holder.sojournDatabase;
}

export function openDatabase(url: string): Database {
  holder.sojournDatabase ??= connect(url);
  return holder.sojournDatabase;
}

export async function closeDatabase(): Promise<void> {
  const database = holder.sojournDatabase;
  delete holder.sojournDatabase;
  await database?.close();
}
