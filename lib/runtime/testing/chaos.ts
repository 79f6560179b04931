import { setTimeout as sleep } from "node:timers/promises";
import type { ReceivedMail } from "#channels/testing";
import { type Database, newId } from "#db";
import { schema } from "#store";
import { type IngestItem, ingest } from "../index.ts";
import { line } from "./draw.ts";
import { EngineHerd } from "./engine-herd.ts";
import { publish } from "./publish.ts";
import type { RestartableServer } from "./restartable-server.ts";

/** Mails being sent, plus sent ones not yet marked: the most that one dying sender leaves in doubt (R42). */
const IN_DOUBT = 16 + 32;
const ENGINES = 3;
const BATCH = 100;

export type Chaos = {
  readonly people: number;
  readonly kills: number;
  /** How often Postgres goes down during the run, alternately with and without an orderly shutdown. */
  readonly restarts: number;
  readonly say?: (line: string) => void;
};

export type Mailbox = { readonly url: string; readonly mails: readonly ReceivedMail[] };

/**
 * People enter, get a mail, wait a second and then for an event or its timeout, while engines are killed and Postgres
 * goes down. A client retries an event with the same message id until it is accepted. Ends when everyone has finished.
 */
export async function runChaos(server: RestartableServer, database: Database, smtp: Mailbox, chaos: Chaos) {
  const { people, kills, restarts, say = () => {} } = chaos;
  const place = await prepare(database);
  const herd = new EngineHerd(server.url, smtp.url);
  await herd.start(ENGINES);
  let entered = 0;
  const everyone = (async () => {
    for (; entered < people; entered = Math.min(people, entered + BATCH)) {
      // Stays close behind the kills, so that each kill hits people in the middle of the journey.
      while (entered > (people * (herd.kills + 2)) / (kills + 1)) await sleep(10);
      await send(database, place.workspaceId, entered, Math.min(people, entered + BATCH));
    }
  })();
  let down = 0;
  while (herd.kills < kills) {
    // Spreads the kills over the run: each one waits until its share of the people has entered.
    while (entered < (people * (herd.kills + 1)) / (kills + 1)) await sleep(10);
    await herd.replaceOldest();
    if (down < restarts && herd.kills * (restarts + 1) >= kills * (down + 1)) {
      await server.restart(down % 2 === 0);
      down += 1;
      say(`${entered} people in, ${herd.kills} engines killed, Postgres was down for the ${down}. time`);
    }
  }
  await everyone;
  await herd.killAll();
  await herd.start(ENGINES);
  await untilSettled(database, people, say);
  await herd.killAll();
  return { kills: herd.kills, restarts: down, mailsInDoubt: (herd.kills + ENGINES) * IN_DOUBT };
}

async function prepare(database: Database): Promise<{ workspaceId: string; siteId: string }> {
  const [workspaceId, siteId] = [newId(), newId()];
  await database.orm.insert(schema.workspaces).values({ id: workspaceId, name: "Chaos", slug: "chaos" });
  await database.orm.insert(schema.sites).values({ id: siteId, workspaceId, name: "Website" });
  const mail = { slug: "mail", type: "email" as const, name: "Mail", subject: "Hi", html: "<p>Hi</p>" };
  await database.orm.insert(schema.content).values({ id: newId(), workspaceId, ...mail });
  const steps = [
    { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
    { name: "pause", type: "WAIT", config: { duration: "1s" } },
    { name: "go", type: "WAIT_FOR_EVENT", config: { eventName: "go", timeout: "3s" } },
    { name: "end", type: "EXIT" },
  ];
  await publish(database, { workspaceId, siteId }, line("in", steps));
  return { workspaceId, siteId };
}

/**
 * Sends new people, the events that start the journey for them, and for every second earlier person the event they wait
 * for.
 */
async function send(database: Database, workspaceId: string, from: number, to: number): Promise<void> {
  const items: IngestItem[] = [];
  for (let index = from; index < to; index++) {
    const userId = `u${index}`;
    const traits = { email: `${userId}@example.com` };
    items.push({ workspaceId, userId, type: "identify", traits, messageId: `who ${index}` });
    items.push({ workspaceId, userId, type: "track", event: "in", messageId: `in ${index}` });
    const before = index - 5 * BATCH;
    if (before < 0 || before % 2 === 1) continue;
    items.push({ workspaceId, userId: `u${before}`, type: "track", event: "go", messageId: `go ${before}` });
  }
  for (;;) {
    try {
      await ingest(database, items);
      return;
    } catch {
      await sleep(50);
    }
  }
}

async function untilSettled(database: Database, people: number, say: (line: string) => void): Promise<void> {
  for (let before = -1, told = 0; ; ) {
    const [row] = await database.sql<{ open: number; unsent: number }[]>`
      select (select ${people} - count(*)::int from enrollments where status <> 'active') as open,
        (select count(*)::int from deliveries where status in ('queued', 'sending')) as unsent`;
    const left = (row?.open ?? people) + (row?.unsent ?? 0);
    if (left === 0) return;
    if (left !== before) told = performance.now();
    else if (performance.now() - told > 30_000) throw new Error(`Nothing has moved for 30 s: ${JSON.stringify(row)}`);
    before = left;
    say(`${row?.open} people on their way, ${row?.unsent} mails unsent`);
    await sleep(250);
  }
}
