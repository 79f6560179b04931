import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Server } from "node:net";
import { expect, test } from "vitest";
import { testDatabase } from "#db/testing";
import { connect } from "./client.ts";

/** Notes what a client sends first: the start-up packet, with its settings in plain text. */
async function noteStartUps({ hostname, port }: URL): Promise<Server & { packets: string[] }> {
  const server = Object.assign(createServer(), { packets: [] as string[] });
  server.on("connection", (client) => {
    const upstream = dial(Number(port), hostname);
    client.once("data", (bytes) => server.packets.push(bytes.toString("latin1")));
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.pipe(to);
      from.on("error", () => to.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

test("behind a pooler settings come with the transaction, not with the connection, and nothing is prepared", async () => {
  const { url } = await testDatabase();
  const server = await noteStartUps(new URL(url));
  const through = new URL(url);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { enable_seqscan: "off", statement_timeout: 30_000, tcp_keepalives_idle: 10 };
  const database = connect(through.href, { max: 1, pooled: true, settings });
  try {
    const { sql, orm } = database;
    const shown = { seqscan: "off", timeout: "30s" };
    const ask = "select current_setting('enable_seqscan') as seqscan, current_setting('statement_timeout') as timeout";
    expect(await sql.begin((tx) => tx.unsafe(ask))).toEqual([shown]);
    expect(await sql.begin("read only", (tx) => [tx.unsafe(ask), tx.unsafe(ask)])).toEqual([[shown], [shown]]);
    expect(await orm.transaction((tx) => tx.execute(ask))).toEqual([shown]);
    await expect(sql.begin((tx) => tx`select ${1}::int / 0`)).rejects.toMatchObject({ code: "22012" });

    const [after] = await sql`
      select current_setting('enable_seqscan') as seqscan, ${1}::int as one,
        (select count(*)::int from pg_prepared_statements where name <> '') as prepared`;
    expect(after).toEqual({ seqscan: "on", one: 1, prepared: 0 });
    expect(database.keepsSessions).toBe(false);
    expect(server.packets).toHaveLength(1);
    const names = server.packets[0]?.split("\0").filter((_, at) => at % 2 === 1) ?? [];
    expect(names.filter((name) => Object.keys(settings).includes(name))).toEqual([]);
    expect(server.packets[0]).toContain("application_name");
  } finally {
    await database.close();
    server.close();
  }
});
