import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { atFileEnd } from "#process/testing";
import { connect, type Database } from "../client.ts";

/** A new, migrated database; closed and dropped when the test file ends. */
export async function testDatabase(): Promise<{ database: Database; url: string }> {
  const server = inject("testServer");
  const name = `sojourn_test_${randomBytes(6).toString("hex")}`;
  const admin = connect(server.url, { max: 1 });
  await admin.sql`create database ${admin.sql(name)} template ${admin.sql(server.template)}`;
  await admin.close();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const database = connect(url.href);
  atFileEnd(() => drop(database, name));
  return { database, url: url.href };
}

async function drop(database: Database, name: string): Promise<void> {
  await database.close();
  const admin = connect(inject("testServer").url, { max: 1 });
  await admin.sql`drop database if exists ${admin.sql(name)} with (force)`;
  await admin.close();
}
