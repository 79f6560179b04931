import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { connect, type Database } from "../client.ts";

const opened: { database: Database; name: string }[] = [];

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
  opened.push({ database, name });
  return { database, url: url.href };
}

afterAll(async () => {
  if (opened.length === 0) return;
  const admin = connect(inject("testServer").url, { max: 1 });
  for (const { database, name } of opened.splice(0)) {
    await database.close();
    await admin.sql`drop database if exists ${admin.sql(name)} with (force)`;
  }
  await admin.close();
});
