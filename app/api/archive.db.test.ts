import { expect, test } from "vitest";
import { openChannels } from "#channels";
import { purgeArchive, runOutbox } from "#runtime";
import { DAY_MS } from "#times";
import { apiFixture } from "./testing/api-fixture.ts";
import { signSessionFor } from "./testing/members.ts";
import { addPerson, queueMessage } from "./testing/queue-message.ts";

type Answered = {
  data: { keepDays: number | null; purges: { messages: number; keepDays: number; finishedAt: string }[] };
};

test("the text of old messages is taken out with a receipt, and of nobody else's", async () => {
  const [api, other] = [await apiFixture(), await apiFixture()];
  const cookie = await signSessionFor(api, "owner");
  const asOwner = <Body>(request: string, body?: unknown) =>
    api.call<Body>(request, { key: "", headers: { cookie, origin: "http://localhost" }, ...(body ? { body } : {}) });
  expect((await api.call("PATCH /api/workspace", { body: { settings: { archive: { keepDays: 30 } } } })).status).toBe(
    403,
  );
  const wrong = await asOwner<object>("PATCH /api/workspace", { settings: { archive: { keepDays: 0 } } });
  expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([422, "settings.archive.keepDays"]);
  expect((await asOwner("PATCH /api/workspace", { settings: { archive: { keepDays: 30 } } })).status).toBe(200);
  for (const one of [api, other])
    for (let message = 0; message < 3; message++)
      await queueMessage(one, await addPerson(one, { email: `p${message}@example.test` }), "email", {
        variables: { plan: "pro" },
      });
  const channels = openChannels({ defaultFrom: "Acme <hello@acme.example>" });
  await runOutbox({ database: api.database, clock: { kind: "database" }, channels });
  const { sql } = api.database;
  const texts = async (workspaceId: string) =>
    (
      await sql<{ kept: boolean; recipient: string }[]>`
        select rendered is not null or subject is not null or variables::text <> '{}' as kept, recipient from deliveries
        where workspace_id = ${workspaceId} order by id`
    ).map(({ kept, recipient }) => [kept, recipient !== null]);
  expect(await texts(api.workspaceId)).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ]);
  await sql`update deliveries set queued_at = queued_at - interval '31 days'
    where id in (select id from deliveries where workspace_id = ${api.workspaceId} order by id limit 2) or workspace_id = ${other.workspaceId}`;
  // A second run finds nothing, and leaves no receipt.
  for (let run = 0; run < 2; run++) await purgeArchive(api, Date.now());
  expect(await texts(api.workspaceId)).toEqual([
    [false, true],
    [false, true],
    [true, true],
  ]);
  expect((await texts(other.workspaceId)).every(([kept]) => kept)).toBe(true);
  const { data } = (await asOwner<Answered>("GET /api/archive")).body;
  expect(data).toMatchObject({ keepDays: 30, purges: [{ messages: 2, keepDays: 30 }] });
  expect(Date.parse(data.purges[0]?.finishedAt ?? "")).toBeGreaterThan(Date.now() - DAY_MS);
  expect((await api.call("GET /api/archive")).status).toBe(403);
});
