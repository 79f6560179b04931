import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, startEngine } from "#runtime";
import type { Context } from "#services";
import { createContent, deleteContent, updateContent } from "#services/content";
import { createJourney, NewJourney, publishJourney } from "#services/journeys";
import { surveyResults } from "#services/surveys";
import { type DoorFixture, doorFixture } from "../testing.ts";

let door: DoorFixture;
let engine: Engine;
let ctx: Context;

beforeAll(async () => {
  door = await doorFixture({ publishableRateLimit: 1_000 });
  engine = startEngine(door.database);
  const { database, workspaceId } = door;
  ctx = { database, workspaceId, actor: { kind: "system", id: "test", role: "owner" } };
});
afterAll(() => engine.stop());

const QUESTIONS = [
  { id: "score", type: "nps", title: "Recommend?", trait: "nps_score", branches: [{ most: 6, to: "why" }] },
  {
    id: "which",
    type: "multiple",
    title: "Which?",
    options: ["a", "b"].map((id) => ({ id, label: id })),
    optional: true,
  },
  { id: "why", type: "text", title: "Why?", optional: true },
];
let made = 0;

/** A journey that shows a survey; after it, a condition on the answer, and a wait in each way. */
async function ask(body: object = { questions: QUESTIONS }) {
  made += 1;
  const key = `survey-${made}`;
  const event = `app.asked_${made}`;
  await createContent(ctx, { type: "survey", slug: key, name: key, body: { ...body } });
  const wait = (name: string) => ({ type: "WAIT", name, config: { duration: "10d" } });
  const said = { event: "survey.answered", filter: { survey: key, question: "score", category: "promoter" } };
  const nodes = [
    { type: "TRIGGER", name: "start", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: event } } },
    { type: "CONTENT", name: "show", contentId: key, config: { contentType: "survey" } },
    {
      type: "CONDITION",
      name: "promoter",
      config: { rules: { all: [said, { field: "person.traits.nps_score", op: "gte", value: 9 }] } },
    },
    ...["happy", "unhappy", "closed"].map(wait),
  ];
  const edges = [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: 1, targetNodeId: 2, branch: "completed" },
    { sourceNodeId: 1, targetNodeId: 5 },
    { sourceNodeId: 2, targetNodeId: 3, branch: "TRUE" },
    { sourceNodeId: 2, targetNodeId: 4, branch: "FALSE" },
  ];
  const input = { name: key, siteId: door.siteId, nodes, edges, settings: { reEntry: "every" } };
  const { data } = await createJourney(ctx, NewJourney.parse(input));
  await publishJourney(ctx, data.id);
  return { key, event, id: data.id, nodes: data.nodes };
}

type Asked = Awaited<ReturnType<typeof ask>>;

async function shownTo(userId: string, { event, key }: Asked): Promise<{ deliveryId: string; step: string | null }> {
  await door.post("/api/track", { event, userId });
  return offered(userId, key);
}

async function offered(userId: string, key: string) {
  let found: { deliveryId: string; step: string | null; key: string } | undefined;
  await expect
    .poll(
      async () => {
        const url = `http://localhost/sdk/content?userId=${userId}&key=${door.publishableKey}`;
        const answer = await door.door.fetch(
          new Request(url, { headers: { origin: "https://shop.example" } }),
          "198.51.100.7",
        );
        found = (await answer.json()).data.content.find((one: { key: string }) => one.key === key);
        return found !== undefined;
      },
      { timeout: 5_000 },
    )
    .toBe(true);
  if (!found) throw new Error("nothing is offered");
  return found;
}

async function report(body: Record<string, unknown>) {
  const headers = { origin: "https://shop.example", authorization: `Bearer ${door.publishableKey}` };
  const answer = await door.post("/sdk/content", body, headers);
  if (answer.status === 200) return answer.body.data.noted;
  return answer.body.errors.map((one: { field: string; message: string }) => `${one.field} ${one.message}`);
}

const answer = (userId: string, deliveryId: string, answers: object, more: object = {}) =>
  report({ userId, deliveryId, event: "answered", answers, ...more });

async function standsOn(userId: string, { id, nodes }: Asked, name: string): Promise<void> {
  const at = nodes.find((node) => node.name === name)?.id;
  const ids = async () => (await door.post(`/sdk/journeys/${id}/progress`, { userId })).body.data.currentNodeIds;
  await expect.poll(ids, { timeout: 5_000 }).toEqual([at]);
}

const told = async (userId: string) =>
  await door.database.sql<{ name: string; properties: Record<string, unknown> }[]>`
    select e.name, e.properties from events e join people u on u.shard = e.shard and u.id = e.person_id
    where u.external_id = ${userId} and e.name like 'survey.%' order by e.received_at`;

const responses = async (key: string) =>
  await door.database.sql<{ answers: Record<string, { value: unknown }>; score: number | null; done: boolean }[]>`
    select r.answers, r.score, r.completed_at is not null as done from survey_responses r
    join content c on c.id = r.survey_id where c.slug = ${key} order by r.started_at`;

const figures = async (key: string) => {
  const { shown, started, completed, questions } = await surveyResults(ctx, key, {});
  return {
    ...{ shown, started, completed },
    asked: questions.map(({ asked, answered, dropped }) => [asked, answered, dropped]),
    chosen: questions.map(({ options }) =>
      options.filter(({ count }) => count > 0).map(({ option, count }) => `${option}:${count}`),
    ),
  };
};

test("answers lead on at once, by the event and by the trait, and both are told once", async () => {
  const survey = await ask();
  const { deliveryId } = await shownTo("prim", survey);
  expect(await report({ userId: "prim", deliveryId, event: "shown" })).toBe(true);
  expect(await answer("prim", deliveryId, { score: 10 }, { step: "which" })).toBe(true);
  expect((await offered("prim", survey.key)).step).toBe("which");
  // A retry, and another tab with the same answer.
  expect(await answer("prim", deliveryId, { score: 10 })).toBe(true);
  expect(await answer("prim", deliveryId, { which: ["b", "a"] })).toBe(true);
  expect(await answer("prim", deliveryId, { why: "<script>alert(1)</script>" })).toBe(true);
  expect(await report({ userId: "prim", deliveryId, event: "completed" })).toBe(true);
  await standsOn("prim", survey, "happy");
  expect(
    (await told("prim")).map(({ name, properties }) => [
      name,
      properties.question ?? null,
      properties.answer ?? properties.answers,
    ]),
  ).toEqual([
    ["survey.answered", "score", 10],
    ["survey.answered", "which", ["a", "b"]],
    ["survey.answered", "why", "<script>alert(1)</script>"],
    ["survey.completed", null, { score: 10, which: ["a", "b"], why: "<script>alert(1)</script>" }],
  ]);
  const [first] = await told("prim");
  expect(first?.properties).toMatchObject({
    ...{
      survey: survey.key,
      score: 10,
      category: "promoter",
      type: "nps",
      source: "page",
      journeyId: survey.id,
      deliveryId,
    },
  });
  expect(await figures(survey.key)).toEqual({
    ...{
      shown: 1,
      started: 1,
      completed: 1,
      asked: [
        [1, 1, 0],
        [1, 1, 0],
        [1, 1, 0],
      ],
    },
    chosen: [["10:1"], ["a:1", "b:1"], []],
  });
});

test("what was answered before it was closed is kept, a later answer takes the place of an earlier one, and figures follow", async () => {
  const survey = await ask();
  const { deliveryId } = await shownTo("dora", survey);
  expect(await answer("dora", deliveryId, { score: 8 })).toBe(true);
  expect(await answer("dora", deliveryId, { score: 3 })).toBe(true);
  expect(await report({ userId: "dora", deliveryId, event: "dismissed" })).toBe(true);
  await standsOn("dora", survey, "closed");
  expect(await figures(survey.key)).toEqual({
    ...{
      shown: 0,
      started: 1,
      completed: 0,
      asked: [
        [1, 1, 0],
        [1, 0, 1],
        [1, 0, 1],
      ],
      chosen: [["3:1"], [], []],
    },
  });
  // A page that was away reports what was written last after the end.
  expect(await answer("dora", deliveryId, { why: "Slow" })).toBe(true);
  expect(await responses(survey.key)).toEqual([
    {
      answers: { score: expect.objectContaining({ value: 3 }), why: expect.objectContaining({ value: "Slow" }) },
      score: 3,
      done: true,
    },
  ]);
});

test("two tabs and a retry at the same time make one set, and every answer is counted once", async () => {
  const survey = await ask();
  const { deliveryId } = await shownTo("twin", survey);
  const all = [{ score: 7 }, { score: 7 }, { which: ["a"] }, { which: ["a"] }, { why: null }, { score: 7 }];
  expect(new Set(await Promise.all(all.map((answers) => answer("twin", deliveryId, answers))))).toEqual(
    new Set([true]),
  );
  expect(await figures(survey.key)).toMatchObject({ started: 1, completed: 1, chosen: [["7:1"], ["a:1"], []] });
  expect((await told("twin")).map(({ name }) => name).sort()).toEqual([
    "survey.answered",
    "survey.answered",
    "survey.completed",
  ]);
});

test("bad answers are refused with every fault and store nothing; those of others, and of surveys that are gone, are not taken", async () => {
  const survey = await ask();
  const { deliveryId } = await shownTo("faye", survey);
  expect(await answer("faye", deliveryId, { score: 11, which: ["x"], nothing: 1, why: "x".repeat(5_001) })).toEqual([
    "answers.score is no whole number from 0 to 10",
    "answers.which has something that is none of the options",
    "answers.nothing is no question of this survey",
    "answers.why may have 5000 characters at most",
  ]);
  expect(await responses(survey.key)).toEqual([]);
  expect(await answer("faye", deliveryId, { why: "y".repeat(5_000) })).toBe(true);
  await door.post("/api/track", { event: "app.other", userId: "gus" });
  expect(await answer("gus", deliveryId, { score: 1 })).toBe(false);
  expect(await answer("faye", "0197b0f0-0000-7000-8000-000000000000", { score: 1 })).toBe(false);
  const other = await doorFixture({ publishableRateLimit: 1_000 });
  const headers = { origin: "https://shop.example", authorization: `Bearer ${other.publishableKey}` };
  const foreign = await other.post(
    "/sdk/content",
    { userId: "faye", deliveryId, event: "answered", answers: { score: 1 } },
    headers,
  );
  expect(foreign.body.data).toEqual({ noted: false });
  await door.database.sql`update content set archived_at = now() where slug = ${survey.key}`;
  expect(await answer("faye", deliveryId, { score: 1 })).toBe(false);
  await expect(deleteContent(ctx, survey.key)).rejects.toThrow("no such content item");
});

test("a set goes on with the questions that it began with, and the results know those of both revisions", async () => {
  const survey = await ask();
  const { deliveryId } = await shownTo("rita", survey);
  expect(await answer("rita", deliveryId, { score: 9 })).toBe(true);
  await updateContent(ctx, survey.key, { body: { questions: [{ id: "new", type: "csat", title: "New?" }] } });
  expect(await answer("rita", deliveryId, { which: ["a"] })).toBe(true);
  expect(await answer("rita", deliveryId, { new: 5 })).toEqual(["answers.new is no question of this survey"]);
  const { questions, revisions } = await surveyResults(ctx, survey.key, {});
  expect([questions.map(({ id }) => id), revisions]).toEqual([["new", "score", "which", "why"], [1]]);
});

test("people who turn out to be one keep what each answered", async () => {
  const survey = await ask();
  const ids: string[] = [];
  for (const userId of ["mina", "mina-at-work"]) {
    const { deliveryId } = await shownTo(userId, survey);
    expect(await answer(userId, deliveryId, { score: ids.length + 1 })).toBe(true);
    ids.push(deliveryId);
  }
  await door.post("/v1/alias", { userId: "mina", previousId: "mina-at-work" });
  const owners = async () =>
    await door.database.sql<{ externalId: string; right: boolean }[]>`
      select p.external_id as "externalId", r.shard = (('x' || right(p.id::text, 2))::bit(8)::int & 63) as right
      from survey_responses r join people p on p.id = r.person_id where r.id = any(${ids}::uuid[])`;
  await expect
    .poll(owners, { timeout: 5_000 })
    .toEqual([
      expect.objectContaining({ externalId: "mina", right: true }),
      expect.objectContaining({ externalId: "mina", right: true }),
    ]);
  // The second showing is theirs now, and the answer that follows belongs to the same set.
  expect(await answer("mina", ids[1] ?? "", { why: "Both" })).toBe(true);
  expect(await responses(survey.key)).toHaveLength(2);
});
