import { newId, shardOf } from "#db";
import { NO_POLICIES } from "#policies";
import { schema } from "#store";
import type { Claimed } from "#store/deliveries";
import { setPreferences } from "#store/preferences";
import { takePlaces } from "#store/send-usage";
import { setSubscriptions } from "#store/subscriptions";
import { recordSuppressions } from "#store/suppressions";
import { readWorkspaces } from "#store/workspaces";
import { HOUR_MS } from "#times";
import { loadConsent } from "../lib/runtime/outbox/load-consent.ts";
import { judgeBatch } from "../lib/runtime/outbox/policies/judge-batch.ts";
import { machine, openGround } from "./ground.ts";

/**
 * Checks the consent to 1,000 claimed messages, and the sending policies: of every ten people two unsubscribed, one has a
 * suppressed address and one wants one message a week; each has got 20 messages, under three caps, and has one of 40 time
 * zones. Also by processor time of this process and PostgreSQL, which a busy machine changes less.
 * `node bench/consent.ts [messages] [rounds]`; ends with 1 if the median is 50 ms or more.
 */
const MESSAGES = Number(process.argv[2] ?? 1_000);
const ROUNDS = Number(process.argv[3] ?? 30);
const LIMIT_MS = 50;
/** Others who answered, so that the tables are not empty. */
const OTHERS = 20_000;

const ground = await openGround();
const { database, workspaceId } = ground;
const topicId = newId();
const contentId = newId();
await database.orm.insert(schema.topics).values({ id: topicId, workspaceId, key: "news", name: "News" });
await database.orm
  .insert(schema.content)
  .values({ id: contentId, workspaceId, slug: "news", type: "email", name: "News", topicId });
const people = Array.from({ length: OTHERS + MESSAGES }, () => newId());
for (let from = 0; from < people.length; from += 2_000)
  await database.orm
    .insert(schema.people)
    .values(people.slice(from, from + 2_000).map((id) => ({ id, shard: shardOf(id), workspaceId })));
const addressOf = (id: string) => `${id}@people.example`;
const every = (nth: number, of: number) => people.filter((_, place) => place % of === nth);
const leavers = [...every(0, 10), ...every(1, 10)].map((personId) => ({
  ...{ workspaceId, personId, topic: topicId, channel: "*", source: "bench", state: "unsubscribed" as const },
}));
for (let from = 0; from < leavers.length; from += 2_000)
  await database.sql.begin((sql) => setSubscriptions(sql, leavers.slice(from, from + 2_000)));
await recordSuppressions(
  database.sql,
  every(2, 10).map((id) => ({
    ...{
      workspaceId,
      channel: "email" as const,
      address: addressOf(id),
      reason: "hard_bounce" as const,
      source: "bench",
    },
  })),
);
const claimed = people.slice(OTHERS);
for (const personId of claimed.filter((_, place) => place % 10 === 3))
  await database.sql.begin((sql) =>
    setPreferences(sql, { workspaceId, personId, answers: { frequency: "weekly" }, source: "bench" }),
  );
await database.sql`analyze`;

const batch = claimed.map((personId): Claimed => {
  const id = newId(shardOf(personId));
  return {
    ...{
      shard: shardOf(personId),
      id,
      workspaceId,
      personId,
      contentId,
      channel: "email",
      recipient: addressOf(personId),
    },
    ...{ enrollmentId: newId(), nodeId: newId(), visit: 1, contentRevision: null, config: {}, variables: {} },
    ...{ idempotencyKey: id, late: false, attempts: 1, sender: null, subject: null, rendered: null },
    ...{ journeyId: newId(), versionId: newId(), queuedAt: Date.now(), reasons: null },
  };
});
const zones = Intl.supportedValuesOf("timeZone")
  .filter((zone) => zone.includes("/"))
  .slice(0, 40);
const cap = { topicId: null, limit: 100, whenFull: "hold" as const };
await database.orm.insert(schema.sendingPolicies).values({
  workspaceId,
  document: {
    ...NO_POLICIES,
    // Nobody is kept back: what is measured is the whole way of a message that may leave.
    quietHours: { from: "03:00", to: "03:01", channels: ["email"] },
    caps: [
      { ...cap, channel: "any", period: { kind: "rolling", hours: 24 } },
      { ...cap, channel: "email", period: { kind: "calendar", unit: "week" } },
      { ...cap, channel: "email", topicId, period: { kind: "calendar", unit: "month" } },
    ],
  },
});
await database.sql`
  update people set traits = jsonb_build_object('timezone', (${zones}::text[])[1 + (shard % 40)])
  where workspace_id = ${workspaceId}`;
const sent = Array.from({ length: 20 }, (_, hours) => {
  return { id: newId(), at: Date.now() - (20 - hours) * HOUR_MS, channel: "email" as const, topic: topicId };
});
for (let from = 0; from < people.length; from += 2_000)
  await takePlaces(
    database.sql,
    people.slice(from, from + 2_000).map((personId) => ({ personId, workspaceId, sent, version: 0 })),
  );
await database.sql`analyze`;
const workspaces = new Map((await readWorkspaces(database.sql, [workspaceId])).map((one) => [one.id, one]));
const before = await ground.processorTime();
const times: number[] = [];
const ofPolicies: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const began = performance.now();
  const consents = await loadConsent(
    { database, clock: { kind: "database" } },
    batch,
    ({ recipient }) => recipient ?? "",
    new Date(),
  );
  const judged = performance.now();
  const facts = { workspaces, consents, devices: new Map() };
  const kept = await judgeBatch({ database, clock: { kind: "database" } }, batch, facts, new Date());
  times.push(performance.now() - began);
  ofPolicies.push(performance.now() - judged);
  if (kept.size > 100) throw new Error(`${kept.size} messages were kept back.`);
  const stopped = [...consents.values()].filter(({ reasons }) => reasons.length > 0).length;
  if (stopped !== Math.round(MESSAGES * 0.3)) throw new Error(`${stopped} of ${MESSAGES} messages were stopped.`);
}
const after = await ground.processorTime();
times.sort((left, right) => left - right);
ofPolicies.sort((left, right) => left - right);
const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
console.log(
  `consent: ${MESSAGES} messages checked in ${median.toFixed(1)} ms (median of ${ROUNDS}; slowest ${times.at(-1)?.toFixed(1)} ms), ${ofPolicies[Math.floor(ROUNDS / 2)]?.toFixed(1)} ms of them for policies`,
);
if (before !== null && after !== null)
  console.log(`${(((after - before) * 1_000) / ROUNDS).toFixed(1)} ms of processor time a round`);
console.log(machine());
await ground.close();
if (MESSAGES <= 1_000 && median >= LIMIT_MS) process.exitCode = 1;
