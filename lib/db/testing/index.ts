import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { atFileEnd } from "#process/testing";
import { connect, type Database } from "../client.ts";

export { type CutMode, CuttingProxy } from "./cutting-proxy.ts";

/** A new, migrated database; closed and dropped when the test file ends. */
export async function testDatabase(): Promise<{ database: Database; url: string }> {
  const server = inject("testServer");
  const name = `sojourn_test_${randomBytes(6).toString("hex")}`;
  await onEachNode(async ({ sql }) => {
    await sql`create database ${sql(name)} template ${sql(server.template)}`;
  });
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const database = connect(url.href);
  atFileEnd(() => drop(database, name));
  return { database, url: url.href };
}

async function drop(database: Database, name: string): Promise<void> {
  await database.close();
  await onEachNode(async ({ sql }) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
  });
}

/** On the server; of a cluster on each node, as a database of a cluster is one of the same name on all of them. */
async function onEachNode(work: (admin: Database) => Promise<void>): Promise<void> {
  const { url, nodes } = inject("testServer");
  for (const node of [new URL(url).host, ...nodes]) {
    const address = new URL(url);
    address.host = node;
    const admin = connect(address.href, { max: 1 });
    await work(admin);
    await admin.close();
  }
}
