import { openChannels } from "#channels";
import { type Database, newId, shardOf } from "#db";
import { schema } from "#store";
import { testWorkspace } from "#store/testing";
import type { OutboxRuntime } from "../outbox-runtime.ts";

export const T0 = new Date("2026-03-01T09:00:00Z");

export type OutboxFixture = Awaited<ReturnType<typeof outboxFixture>>;

/** A workspace with one published journey and one e-mail, and a way to put deliveries into the outbox. */
export async function outboxFixture(database: Database, smtpUrl: string | null = null) {
  const { workspaceId, siteId } = await testWorkspace(database);
  const { journeyId, contentId } = await publishedJourney(database, workspaceId, siteId);
  const channels = openChannels({ smtpUrl, defaultFrom: "Acme <hello@acme.example>" });
  const clock = { kind: "virtual" as const, at: T0 };
  const runtime: OutboxRuntime = { database, clock, channels };

  async function person(traits: Record<string, unknown>): Promise<string> {
    const id = newId();
    await database.orm.insert(schema.people).values({ shard: shardOf(id), id, workspaceId, traits });
    return id;
  }

  async function queue(
    changes: Partial<typeof schema.deliveries.$inferInsert> & { traits?: Record<string, unknown> } = {},
  ) {
    const { traits = { name: "Ada", email: "ada@example.com" }, ...rest } = changes;
    const personId = await person(traits);
    const shard = shardOf(personId);
    const row = {
      shard,
      id: newId(shard),
      workspaceId,
      journeyId,
      versionId: newId(),
      enrollmentId: newId(shard),
      personId,
      nodeId: newId(),
      visit: 1,
      epoch: 1,
      channel: "email",
      contentType: "email",
      contentId,
      status: "queued" as const,
      variables: { plan: "pro" },
      idempotencyKey: newId(),
      nextAttemptAt: T0,
      queuedAt: T0,
      releasedAt: T0,
      ...rest,
    };
    await database.orm.insert(schema.deliveries).values(row);
    return row;
  }

  async function verifiedSender(email: string, name: string | null = null) {
    const id = newId();
    const values = { id, workspaceId, key: id, number: Math.ceil(Math.random() * 1e9), email, name };
    await database.orm.insert(schema.senderIdentities).values({ ...values, verifiedAt: T0, verifiedBy: "declaration" });
  }

  async function delivery(id: string) {
    const [row] = await database.sql`select * from deliveries where id = ${id}`;
    if (!row) throw new Error(`There is no delivery ${id}.`);
    return row;
  }

  return { workspaceId, siteId, journeyId, contentId, channels, clock, runtime, queue, delivery, verifiedSender };
}

async function publishedJourney(database: Database, workspaceId: string, siteId: string) {
  const journeyId = newId();
  const contentId = newId();
  await database.orm.insert(schema.journeys).values({
    id: journeyId,
    workspaceId,
    siteId,
    shortId: `jrn_${journeyId}`,
    key: "welcome",
    name: "Welcome",
    status: "published",
    canvas: { nodes: [], edges: [] },
  });
  await database.orm.insert(schema.content).values({
    id: contentId,
    workspaceId,
    slug: "welcome",
    type: "email",
    name: "Welcome",
    subject: "Hello {{ recipientName }}",
    html: "<p>Your plan is {{ plan }}.</p>",
  });
  return { journeyId, contentId };
}
