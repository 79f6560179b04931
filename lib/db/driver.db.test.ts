import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Server, Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { testDatabase } from "#db/testing";
import { connect } from "./client.ts";

/** A proxy that cuts the first connection that queries the array types. */
async function cutterBefore({ hostname, port }: URL): Promise<Server & { cuts: number }> {
  const server = Object.assign(createServer(), { cuts: 0 });
  server.on("connection", (client) => {
    const upstream = dial(Number(port), hostname);
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
    upstream.pipe(client);
    client.on("data", (bytes) => {
      if (server.cuts > 0 || !bytes.includes("typarray")) return upstream.write(bytes);
      server.cuts++;
      upstream.destroy();
      return client.resetAndDestroy();
    });
    client.on("close", () => upstream.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

test("a new connection that is cut in its first question fails the query it was opened for, and nothing else", async () => {
  const { url } = await testDatabase();
  const server = await cutterBefore(new URL(url));
  const through = new URL(url);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on("unhandledRejection", note);
  const { sql, close } = connect(through.href, { max: 1 });
  try {
    await expect(sql`select 1 as one`).rejects.toThrow("ECONNRESET");
    expect(await sql`select ${[1, 2]}::int[] as list`).toEqual([{ list: [1, 2] }]);
    expect({ cuts: server.cuts, unhandled }).toEqual({ cuts: 1, unhandled: [] });
  } finally {
    process.off("unhandledRejection", note);
    await close();
    server.close();
  }
});

test("a connection sends each message at once, and holds none back for what may come behind it", async () => {
  const { url } = await testDatabase();
  const spied = vi.spyOn(Socket.prototype, "setNoDelay");
  const { sql, close } = connect(url, { max: 1 });
  try {
    await sql`select 1`;
    expect(spied.mock.calls).toEqual([[true]]);
  } finally {
    spied.mockRestore();
    await close();
  }
});
