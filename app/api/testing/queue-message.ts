import { newId, shardOf } from "#db";
import { schema } from "#store";
import type { ApiFixture } from "./api-fixture.ts";

type Row = typeof schema.deliveries.$inferInsert;

/** A person with these traits. */
export async function addPerson(
  { database, workspaceId }: ApiFixture,
  traits: Record<string, unknown>,
): Promise<string> {
  const id = newId();
  await database.orm.insert(schema.people).values({ shard: shardOf(id), id, workspaceId, externalId: id, traits });
  return id;
}

/** A message of a published journey to a person, due now unless `changes` say that it was sent already. */
export async function queueMessage(
  api: ApiFixture,
  personId: string,
  channel: "email" | "sms" | "push",
  changes: Partial<Row> = {},
): Promise<Row> {
  const { workspaceId, siteId } = api;
  const { orm } = api.database;
  const shard = shardOf(personId);
  const [contentId, journeyId, id] = [newId(), newId(), newId(shard)];
  const names = { slug: newId(), type: channel, name: "Hi", subject: "Hi", text: "Hello {{ recipientName }}" };
  await orm.insert(schema.content).values({ id: contentId, workspaceId, ...names });
  const canvas = { nodes: [], edges: [] };
  const journey = {
    id: journeyId,
    workspaceId,
    siteId,
    shortId: `jrn_${journeyId}`,
    key: newId(),
    name: "Welcome",
    canvas,
  };
  await orm.insert(schema.journeys).values({ ...journey, status: "published" });
  const at = new Date(Date.now() - 60_000);
  const row: Row = {
    shard,
    id,
    workspaceId,
    personId,
    journeyId,
    versionId: newId(),
    enrollmentId: newId(shard),
    nodeId: newId(),
    visit: 1,
    epoch: 1,
    channel,
    contentType: channel,
    contentId,
    status: "queued",
    idempotencyKey: id,
    queuedAt: at,
    releasedAt: at,
    nextAttemptAt: at,
    ...changes,
  };
  await orm.insert(schema.deliveries).values(row);
  return row;
}
