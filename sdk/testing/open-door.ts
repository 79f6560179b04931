import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Database, openDatabase } from "#db";
import { testDatabase } from "#db/testing";
import { createIngestDoor } from "#ingest-door";
import { createKey } from "#services/accounts";
import { testWorkspace } from "#store/testing";

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** A server on loopback that takes events into a database of its own, and can be away for a while. */
export async function openDoor() {
  const database: Database = openDatabase((await testDatabase()).url);
  const { workspaceId, siteId } = await testWorkspace(database);
  const { plain: secretKey } = await createKey(database.orm, { workspaceId, siteId, kind: "secret", name: "Test" });
  const door = createIngestDoor({ database });
  let requests = 0;
  let server: Server | null = null;
  let port = 0;

  async function open(): Promise<void> {
    const opened = createServer((incoming, outgoing) => {
      requests++;
      void door.nodeListener(incoming, outgoing);
    });
    await new Promise<void>((done) => opened.listen(port, "127.0.0.1", done));
    port = (opened.address() as AddressInfo).port;
    server = opened;
  }

  async function close(): Promise<void> {
    const open = server;
    server = null;
    if (!open) return;
    await new Promise<void>((done) => {
      open.close(() => done());
      open.closeAllConnections();
    });
  }

  /** The events of a person as they arrived, without the one that made them. */
  async function eventsOf(userId: string) {
    return await database.sql<{ name: string; properties: Record<string, unknown>; timestamp: string }[]>`
      select e.name, e.properties, e.timestamp from events e join people u on u.shard = e.shard and u.id = e.person_id
      where u.external_id = ${userId} and e.name <> 'user.created' order by e.received_at`;
  }

  await open();
  const address = `http://127.0.0.1:${port}`;
  return { database, workspaceId, secretKey, url: address, open, close, eventsOf, requests: () => requests };
}
