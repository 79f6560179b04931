import { type Channel, openChannels } from "#channels";
import { connect, newId } from "#db";
import { ingest, startEngine, workerConnection } from "#runtime";
import { schema } from "#store";
import { draw } from "../../lib/runtime/testing/draw.ts";
import { publish } from "../../lib/runtime/testing/publish.ts";
import { ACCEPT_MAIL, AT_ONCE, CONNECTIONS, readOrder, TIMEOUT_SECONDS, WAIT_SECONDS, walk } from "./plan.ts";

/** Sojourn with its engine, its outbox and the history of every hop; the database is migrated already. */
const { url, people } = readOrder();
const database = connect(url, { ...workerConnection, max: CONNECTIONS });
const [workspaceId, siteId] = [newId(), newId()];
await database.orm.insert(schema.workspaces).values({ id: workspaceId, name: "Compare", slug: "compare" });
await database.orm.insert(schema.sites).values({ id: siteId, workspaceId, name: "Website" });
const mail = { slug: "mail", type: "email" as const, name: "Mail", subject: "Hello", html: "<p>Hello</p>" };
await database.orm.insert(schema.content).values({ id: newId(), workspaceId, ...mail });

// The event may arrive before a late engine reaches the step: it counts from the enrollment on, as with the others.
const forEvent = { eventName: "go", timeout: `${TIMEOUT_SECONDS}s`, since: "enrollment" };
const journey = draw({
  nodes: [
    { name: "start", type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } } },
    { name: "wait", type: "WAIT", config: { duration: `${WAIT_SECONDS}s` } },
    { name: "send", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
    { name: "for_event", type: "WAIT_FOR_EVENT", config: forEvent },
    { name: "event", type: "EXIT" },
    { name: "timeout", type: "EXIT" },
  ],
  edges: [
    { from: "start", to: "wait" },
    { from: "wait", to: "send" },
    { from: "send", to: "for_event" },
    { from: "for_event", to: "event", branch: "event" },
    { from: "for_event", to: "timeout", branch: "timeout" },
  ],
});
await publish(database, { workspaceId, siteId }, journey);
const nameOf = (outcome: string) => journey.nodes.find((node) => node.name === outcome)?.id ?? "";
await database.sql.unsafe(`
  create view ended as
  select substr(people.external_id, 2)::int as person,
    case last_node_id when '${nameOf("event")}' then 'event' when '${nameOf("timeout")}' then 'timeout' end as outcome
  from enrollments join people on people.shard = enrollments.shard and people.id = enrollments.person_id
  where status = 'completed'`);

const sink: Channel = {
  kind: "email",
  name: "A table",
  concurrency: AT_ONCE,
  send: async ({ recipient }) => {
    await database.sql.unsafe(ACCEPT_MAIL, [Number.parseInt(recipient.slice(1), 10)], { prepare: true });
    return { status: "sent", providerId: null };
  },
  close: async () => {},
};
const channels = { ...openChannels({ defaultFrom: "Compare <compare@example.com>" }), email: sink };
const engine = startEngine(database, { workers: 2, outbox: { channels } });

await walk(people, {
  enter: (batch) =>
    ingest(
      database,
      batch.flatMap((person) => {
        const who = { workspaceId, userId: `u${person}` };
        const traits = { email: `u${person}@example.com` };
        return [
          { ...who, type: "identify" as const, traits },
          { ...who, type: "track" as const, event: "in", messageId: `in ${person}` },
        ];
      }),
    ),
  bring: (batch) =>
    ingest(
      database,
      batch.map((person) => {
        return { workspaceId, userId: `u${person}`, type: "track" as const, event: "go", messageId: `go ${person}` };
      }),
    ),
  countEnded: async () => {
    const [row] = await database.sql<{ ended: number }[]>`
      select (select count(*) from enrollments where status = 'completed')::int
        - (select count(*) from deliveries where status in ('queued', 'sending'))::int as ended`;
    return row?.ended ?? 0;
  },
  close: async () => {
    await engine.stop();
    await database.close();
  },
});
