import { fork } from "node:child_process";
import { createTransport } from "nodemailer";
import { openChannels } from "#channels";
import { newId, shardOf } from "#db";
import { type OutboxRuntime, runOutbox } from "#runtime";
import { schema } from "#store";
import { plainText } from "../lib/content/plain-text.ts";
import { machine, openGround, show } from "./ground.ts";

/**
 * The outbox against bare nodemailer, both to the same mail server in a process of its own, in turn: messages a second with
 * the same pool and the same text; also by processor time of this process and PostgreSQL, which a busy machine changes less.
 * `node bench/send-rate.ts [messages] [rounds]`; ends with 1 if the median share is below
 * 0.7, or if a message was lost or sent twice.
 */
const MESSAGES = Number(process.argv[2] ?? 3_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const LEAST = 0.7;
const CONNECTIONS = 8;

const sink = fork(new URL("./mail-sink.ts", import.meta.url), { stdio: "inherit" });
const told = <Key extends string>() =>
  new Promise<Record<Key, number>>((resolve) => sink.once("message", (said) => resolve(said as Record<Key, number>)));
const { port } = await told<"port">();
const url = `smtp://127.0.0.1:${port}`;
const taken = async (): Promise<number> => {
  const answer = told<"taken">();
  sink.send("taken");
  return (await answer).taken;
};

const paragraph = `<p>${"We have news about the things that you look at in our shop, and they are good. ".repeat(6)}</p>`;
const html = `<html><body><h1>Hello {{ recipientName }}</h1>${paragraph.repeat(12)}<p>Your plan: {{ plan }}</p></body></html>`;
const ground = await openGround();
const { database, workspaceId } = ground;
const contentId = newId();
await database.orm.insert(schema.content).values({
  ...{
    id: contentId,
    workspaceId,
    slug: "news",
    type: "email",
    name: "News",
    subject: "News for {{ recipientName }}",
    html,
  },
});
const journeyId = newId();
await database.orm.insert(schema.journeys).values({
  ...{ id: journeyId, workspaceId, siteId: ground.siteId, shortId: "jrn_bench", key: "news", name: "News" },
  ...{ status: "published" as const, canvas: { nodes: [], edges: [] } },
});
const from = "Acme <hello@acme.example>";
const channels = openChannels({ smtpUrl: url, defaultFrom: from });
const runtime: OutboxRuntime = { database, clock: { kind: "database" }, channels };
const rendered = html.replace("{{ recipientName }}", "Ada").replace("{{ plan }}", "pro");
// The outbox sends the text of the HTML beside it; a shorter one made nodemailer's mails half as large.
const text = plainText(rendered);

/** Messages a second of nodemailer alone, with as many at once as the channel has. */
async function bare(): Promise<number> {
  const transport = createTransport({ url, pool: true, maxConnections: CONNECTIONS, maxMessages: 1_000 });
  const began = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < MESSAGES) {
      const place = next++;
      const to = { name: "", address: `person-${place}@people.example` };
      await transport.sendMail({ from, to, subject: "News for Ada", text, html: rendered });
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS * 2 }, lane));
  const rate = rateSince(began);
  transport.close();
  return rate;
}

const rateSince = (began: number): number => (MESSAGES * 1_000) / (performance.now() - began);

async function queue(): Promise<void> {
  const people = Array.from({ length: MESSAGES }, (_, place) => ({ id: newId(), place }));
  for (let start = 0; start < MESSAGES; start += 1_000) {
    const some = people.slice(start, start + 1_000);
    await database.orm.insert(schema.people).values(
      some.map(({ id, place }) => {
        return {
          id,
          shard: shardOf(id),
          workspaceId,
          traits: { name: "Ada", email: `person-${place}@people.example` },
        };
      }),
    );
    await database.orm.insert(schema.deliveries).values(
      some.map(({ id: personId }) => {
        const shard = shardOf(personId);
        const [id, enrollmentId] = [newId(shard), newId(shard)];
        return {
          ...{
            shard,
            id,
            workspaceId,
            journeyId,
            versionId: newId(),
            enrollmentId,
            personId,
            nodeId: newId(),
            visit: 1,
          },
          ...{
            epoch: 1,
            channel: "email",
            contentType: "email",
            contentId,
            contentRevision: 1,
            status: "queued" as const,
          },
          ...{ variables: { plan: "pro" }, idempotencyKey: id, nextAttemptAt: new Date(), queuedAt: new Date() },
        };
      }),
    );
  }
  await database.sql`analyze deliveries`;
}

async function ours(): Promise<number> {
  const began = performance.now();
  while ((await runOutbox(runtime)) > 0);
  return rateSince(began);
}

/** µs of processor time for each message. */
async function costOf(work: () => Promise<number>): Promise<{ rate: number; cost: number }> {
  const before = await ground.processorTime();
  const rate = await work();
  const after = await ground.processorTime();
  return { rate, cost: before === null || after === null ? Number.NaN : ((after - before) * 1_000_000) / MESSAGES };
}

const shares: number[] = [];
const costShares: number[] = [];
const before = await taken();
for (let round = 0; round < ROUNDS; round++) {
  const alone = await costOf(bare);
  await queue();
  const own = await costOf(ours);
  shares.push(own.rate / alone.rate);
  costShares.push(alone.cost / own.cost);
  const [costs, rates] = [[alone.cost, own.cost].map(Math.round), [alone.rate, own.rate].map(show)];
  const share = (own.rate / alone.rate).toFixed(2);
  console.log(`  nodemailer ${rates[0]}/s, outbox ${rates[1]}/s, share ${share}; µs each ${costs.join(" and ")}`);
}
const medianOf = (values: readonly number[]) =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
const median = medianOf(shares);
const lost = 2 * ROUNDS * MESSAGES - ((await taken()) - before);
const [unsent] = await database.sql<{ count: number }[]>`
  select count(*)::int as count from deliveries where status <> 'sent'`;
const byCost = medianOf(costShares).toFixed(2);
console.log(
  `send-rate: ${median.toFixed(2)} of bare nodemailer (median of ${ROUNDS} rounds of ${show(MESSAGES)}), ${byCost} by processor time`,
);
if (lost !== 0 || unsent?.count !== 0) console.log(`lost or repeated: ${lost}, not sent: ${unsent?.count}`);
console.log(machine());
await channels.close();
await ground.close();
sink.disconnect();
if (median < LEAST || lost !== 0 || unsent?.count !== 0) process.exitCode = 1;
