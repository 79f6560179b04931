import { beforeAll, expect, test } from "vitest";
import { createRuntime, drain, ingest } from "#runtime";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn, onEvent, published } from "./testing/walk.ts";

type One<Item> = { data: Item };
type Person = { id: string; externalId: string; traits: Record<string, unknown>; tags: string[] };

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

/** A person whose change waits in the inbox. */
async function somebody(userId: string): Promise<string> {
  const { database, workspaceId } = api;
  await ingest(database, [{ workspaceId, type: "identify", userId }]);
  await drain(createRuntime(database));
  const [result] = await ingest(database, [{ workspaceId, type: "identify", userId, traits: { plan: "pro" } }]);
  return result?.personId ?? "";
}

/**
 * Reads while a batch commits in between: a reader of the inbox waits for its table, and finds the change taken out of
 * it and written to the person.
 */
async function whileBatchCommits<Answer>(personId: string, read: () => Promise<Answer>): Promise<Answer> {
  const { sql } = api.database;
  // Connections are open by now, so parallel requests run at once.
  await read();
  let answer: Promise<Answer> | undefined;
  await sql.begin(async (batch) => {
    await batch`lock table inbox in access exclusive mode`;
    answer = read();
    for (;;) {
      const [row] = await sql<{ waits: boolean; others: number }[]>`
        select bool_or(wait_event_type = 'Lock') as waits,
          count(*) filter (where wait_event_type is distinct from 'Lock')::int as others
        from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and state = 'active'
          and pid <> pg_backend_pid()`;
      if (row?.waits && row.others === 0) break;
    }
    await batch`update people set traits = traits || '{"plan": "pro"}' where id = ${personId}`;
    await batch`delete from inbox where person_id = ${personId}`;
  });
  if (answer === undefined) throw new Error("nothing was read");
  return await answer;
}

test("S16: a change is seen by who reads the person while a batch takes it from the inbox", async () => {
  const id = await somebody("one");
  const answer = await whileBatchCommits(id, () => api.call<One<Person>>("GET /api/people/one"));
  expect(answer.body.data).toMatchObject({ id, externalId: "one", traits: { plan: "pro" } });
});

test("S16: by who lists people", async () => {
  const id = await somebody("listed");
  const answer = await whileBatchCommits(id, () => api.call<One<Person[]>>("GET /api/people?externalId=listed"));
  expect(answer.body.data).toMatchObject([{ id, traits: { plan: "pro" } }]);
});

const onlyPro = {
  settings: { entryConditions: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } } },
};
const exit = { type: "EXIT", name: "end", config: {} };

test("S16: by who asks why somebody is not in a journey", async () => {
  const journey = await published(api, [onEvent("go"), exit], onlyPro);
  const id = await somebody("asked");
  const answer = await whileBatchCommits(id, () =>
    api.call<One<{ reasons: { code: string }[] }>>(`GET /api/journeys/${journey.id}/explain?userId=asked`),
  );
  expect(answer.status).toBe(200);
  expect(answer.body.data.reasons.map(({ code }) => code)).not.toContain("entry_conditions");
});

test("S16: by who sends them through a draft", async () => {
  const condition = {
    type: "CONDITION",
    name: "pro?",
    config: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } },
  };
  const journey = await drawn(api, [onEvent("go"), condition, exit, { ...exit, name: "other" }], {
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, name: "TRUE" },
      { sourceNodeId: 1, targetNodeId: 3, name: "FALSE" },
    ],
  });
  const id = await somebody("tried");
  const answer = await whileBatchCommits(id, () =>
    api.call<One<{ steps: { receipt: { result?: string } }[] }>>(`POST /api/journeys/${journey.id}/test`, {
      body: { personId: id },
    }),
  );
  expect(answer.status).toBe(200);
  expect(answer.body.data.steps.flatMap(({ receipt }) => receipt.result ?? [])).toEqual(["TRUE"]);
});
