import { type Database, newId, openDatabase } from "#db";
import { testDatabase } from "#db/testing";
import { createKey } from "#services/accounts";
import { testWorkspace } from "#store/testing";
import { createIngestDoor, type IngestDoorOptions } from "./index.ts";

export type DoorFixture = Awaited<ReturnType<typeof doorFixture>>;

/** A fresh database that is this process's own, a workspace with a site, its keys, and the door before it. */
export async function doorFixture(options: Partial<IngestDoorOptions> = {}) {
  const { url } = await testDatabase();
  const database = openDatabase(url);
  const { workspaceId, siteId } = await testWorkspace(database);
  await database.sql`update sites set origins = '{https://shop.example}' where id = ${siteId}`;
  const secretKey = await key(database, workspaceId, siteId, "secret");
  const publishableKey = await key(database, workspaceId, siteId, "publishable");
  const door = createIngestDoor({ database, ...options });

  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const isRaw = typeof body === "string" || body instanceof Uint8Array;
    const response = await door.fetch(
      new Request(`http://localhost${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${secretKey}`, "content-type": "application/json", ...headers },
        body: isRaw ? (body as string) : JSON.stringify(body),
      }),
      "198.51.100.7",
    );
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  return { database, workspaceId, siteId, secretKey, publishableKey, door, post };
}

async function key(database: Database, workspaceId: string, siteId: string, kind: "secret" | "publishable") {
  const made = await createKey(database.orm, { workspaceId, siteId, kind, name: kind, createdBy: newId() });
  return made.plain;
}
