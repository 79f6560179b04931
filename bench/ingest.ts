import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { Worker } from "node:worker_threads";
import { newId, openDatabase } from "#db";
import { createIngestDoor } from "#ingest-door";
import { ingest } from "#runtime";
import { createKey } from "#services/accounts";
import { line } from "../lib/runtime/testing/draw.ts";
import { publish } from "../lib/runtime/testing/publish.ts";
import { machine, openGround } from "./ground.ts";
import type { ClientOrder, ClientResult } from "./ingest-client.ts";
import { bareIngest } from "./ingest-floor.ts";
import { printParts } from "./processor-time.ts";
import { takeTurns } from "./rounds.ts";

/**
 * Events by HTTP, each answered after its commit: in batches of 100 and one by one. The floor is the same door, which
 * only inserts: event, message id, inbox row. Every event is one that a journey waits for. A third number measures only
 * requests of that many events.
 */
const EVENTS = Number(process.argv[2] ?? 60_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const ONLY = process.argv[4] === undefined ? null : Number(process.argv[4]);
const PEOPLE = 10_000;

const ground = await openGround();
const { workspaceId, siteId } = ground;
const database = openDatabase(ground.url);
await publish(database, ground, line("in", [{ name: "wait", type: "WAIT", config: { duration: "1d" } }]));
const personOf = await makePeople();
const key = (await createKey(database.orm, { workspaceId, siteId, kind: "secret", name: "Bench", createdBy: newId() }))
  .plain;
const doors = {
  engine: await listen(createIngestDoor({ database })),
  floor: await listen(createIngestDoor({ database, store: bareIngest(database, personOf) })),
};

await send("engine", "warm", 20, 100);
await send("floor", "warm floor", 20, 100);
for (const [name, size, share] of [
  ["ingest: HTTP batches of 100 events", 100, 1],
  ["ingest: single events by HTTP", 1, 5],
] as const) {
  if (ONLY !== null && ONLY !== size) continue;
  const amount = Math.ceil(EVENTS / share / size) * size;
  const run = async (door: "engine" | "floor", round: number) => {
    await database.sql`truncate inbox, events, message_ids`;
    const before = await ground.processorParts();
    const { seconds, processor } = await send(door, `${door} ${size} ${round}`, amount / size, size);
    printParts(before, await ground.processorParts(), amount);
    console.log(`${door}: client ${((processor * 1_000_000) / amount).toFixed(1)} µs each of the others`);
    return seconds;
  };
  await takeTurns({
    name,
    rounds: ROUNDS,
    amount,
    unit: "events",
    atLeast: 0.7,
    engine: (round) => run("engine", round),
    floor: (round) => run("floor", round),
  });
}
console.log(machine());
for (const { server } of Object.values(doors)) server.close();
await database.close();
await ground.close();

async function makePeople(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < PEOPLE; from += 1_000) {
    const users = Array.from({ length: 1_000 }, (_, index) => `u${from + index}`);
    const results = await ingest(
      database,
      users.map((userId) => ({ workspaceId, userId, type: "identify" as const })),
    );
    for (const [index, userId] of users.entries()) found.set(userId, results[index]?.personId ?? "");
  }
  await database.sql`vacuum analyze`;
  return found;
}

async function listen(door: ReturnType<typeof createIngestDoor>): Promise<{ server: Server; port: number }> {
  const server = createServer((incoming, outgoing) => void door.nodeListener(incoming, outgoing));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : 0 };
}

async function send(door: "engine" | "floor", name: string, requests: number, size: number): Promise<ClientResult> {
  const atOnce = size === 1 ? 128 : 8;
  const order: ClientOrder = { port: doors[door].port, key, requests, size, atOnce, people: PEOPLE, name };
  const client = new Worker(new URL("./ingest-client.ts", import.meta.url), { workerData: order });
  const [result] = (await once(client, "message")) as [ClientResult];
  return result;
}
