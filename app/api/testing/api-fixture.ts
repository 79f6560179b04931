import { closeDatabase, type Database, openDatabase } from "#db";
import { testDatabase } from "#db/testing";
import { atFileEnd } from "#process/testing";
import { createKey } from "#services/accounts";
import { testWorkspace } from "#store/testing";
import { apiClient, type Call } from "./client.ts";

export type ApiFixture = {
  readonly database: Database;
  /** For another process that is to work on the same database. */
  readonly databaseUrl: string;
  readonly workspaceId: string;
  readonly siteId: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly call: Call;
};

let opened: Promise<{ database: Database; databaseUrl: string }> | undefined;

/** A workspace of its own with a site and keys, on the test file's one database, which the handlers use as theirs. */
export async function apiFixture(): Promise<ApiFixture> {
  opened ??= open();
  const { database, databaseUrl } = await opened;
  const { workspaceId, siteId } = await testWorkspace(database);
  const key = { workspaceId, name: "Test" };
  const secret = await createKey(database.orm, { ...key, siteId: null, kind: "secret" });
  const publishable = await createKey(database.orm, { ...key, siteId, kind: "publishable" });
  const keys = { secretKey: secret.plain, publishableKey: publishable.plain };
  return { database, databaseUrl, workspaceId, siteId, ...keys, call: apiClient(secret.plain) };
}

async function open(): Promise<{ database: Database; databaseUrl: string }> {
  const { url } = await testDatabase();
  atFileEnd(async () => {
    opened = undefined;
    await closeDatabase();
  });
  return { database: openDatabase(url), databaseUrl: url };
}
