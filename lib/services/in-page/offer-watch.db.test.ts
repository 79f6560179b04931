import { afterAll, expect, test, vi } from "vitest";
import { newId, openDatabase, shardOf } from "#db";
import { testDatabase } from "#db/testing";
import { testWorkspace } from "#store/testing";
import { offerWatchOf } from "./offer-watch.ts";

const database = openDatabase((await testDatabase()).url);
afterAll(() => database.close());

/** Content for a person, as a batch of another process writes it. */
async function offer(workspaceId: string, personId: string): Promise<void> {
  await database.sql`
    insert into deliveries (shard, id, workspace_id, journey_id, version_id, enrollment_id, person_id, node_id, visit, epoch,
      channel, content_type, status, idempotency_key, queued_at)
    values (${shardOf(personId)}, ${newId()}, ${workspaceId}, ${newId()}, ${newId()}, ${newId()}, ${personId}, ${newId()},
      1, 1, 'inapp', 'modal', 'queued', 'key', clock_timestamp())`;
}

test("those who wait for content hear of what another process queued, once, and nothing of other people", async () => {
  const { workspaceId } = await testWorkspace(database);
  const [ada, bob] = [newId(), newId()];
  const rings = { ada: vi.fn(), bob: vi.fn() };
  const watch = offerWatchOf(database);
  const leaveAda = watch.add(ada, rings.ada);
  const leaveBob = watch.add(bob, rings.bob);
  const heard = (ring: typeof rings.ada) => expect.poll(() => ring.mock.calls.length, { timeout: 4_000 });
  await offer(workspaceId, ada);
  await heard(rings.ada).toBe(1);
  expect(rings.bob).not.toHaveBeenCalled();
  await offer(workspaceId, bob);
  await heard(rings.bob).toBe(1);
  expect(rings.ada).toHaveBeenCalledOnce();
  leaveAda();
  leaveBob();
});
