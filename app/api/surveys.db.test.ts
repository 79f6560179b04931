import { beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { config } from "#config";
import type { SurveyExport, SurveyResponses, SurveyResults } from "#services/surveys";
import { type SurveyLink, secretFor, surveyToken } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import * as surveyPage from "../surveys/[token]/route.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, pathsOf, published, settle, track } from "./testing/walk.ts";

let api: ApiFixture;
let secret: string;
let surveyId: string;

const QUESTIONS = [
  {
    id: "score",
    type: "nps",
    title: { en: "Recommend {{ appName }}?", de: "Empfehlen?" },
    branches: [{ least: 9, to: "end" }],
  },
  {
    id: "which",
    type: "multiple",
    title: "Which?",
    options: ["a", "b"].map((id) => ({ id, label: id.toUpperCase() })),
  },
  { id: "why", type: "text", title: "Why?", optional: true },
];

beforeAll(async () => {
  api = await apiFixture();
  secret = secretFor(config().secret ?? (await readInstallationSecret(api.database.sql)), "surveys");
  surveyId = await create("shop-nps");
});

async function create(slug: string): Promise<string> {
  const body = { type: "survey", slug, name: "Shop NPS", body: { questions: QUESTIONS, thanks: { title: "Done" } } };
  return (await api.call<{ data: { id: string } }>("POST /api/content", { body })).body.data.id;
}

const tokenOf = (link: Partial<SurveyLink>) =>
  surveyToken(secret, { workspaceId: api.workspaceId, surveyId, personId: null, deliveryId: null, ...link });

async function open(token: string, form?: Record<string, string | string[]>, { query = "", language = "en" } = {}) {
  const params = { params: Promise.resolve({ token }) };
  const address = `https://mail.example/surveys/${token}${query}`;
  const headers = { "accept-language": language };
  const body =
    form &&
    new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
  const response = await (body
    ? surveyPage.POST(new Request(address, { method: "POST", body, headers }), params)
    : surveyPage.GET(new Request(address, { headers }), params));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const questionIn = (text: string) => /name="question" value="([^"]+)"/.exec(text)?.[1] ?? null;
const chosenIn = (text: string) => [...text.matchAll(/value="([^"]+)" checked/g)].map(([, value]) => value);
const stored = async (id = surveyId) =>
  await api.database.sql<{ answers: Record<string, { value: unknown }>; person: string | null; done: boolean }[]>`
    select answers, person_id as person, completed_at is not null as done from survey_responses
    where survey_id = ${id} order by started_at`;
const results = async (query = "", id = surveyId) =>
  (await api.call<{ data: z.infer<typeof SurveyResults> }>(`GET /api/surveys/${id}/results${query}`)).body.data;

test("a link in an email is answered without a script, a question at a time, and the journey goes on by the answer", async () => {
  const own = await create("mail-nps");
  await api.call("POST /api/content", {
    body: { type: "email", slug: "ask", name: "Ask", subject: "Hi", html: '<a href="{{ surveyUrl }}?answer=9">9</a>' },
  });
  const wait = (name: string) => ({ type: "WAIT", name, config: { duration: "10d" } });
  const mail = {
    type: "CONTENT",
    name: "mail",
    contentId: "ask",
    config: { contentType: "email", surveySlug: "mail-nps" },
  };
  const answered = {
    type: "WAIT_FOR_EVENT",
    name: "answered",
    config: { eventName: "survey.answered", filter: { survey: "mail-nps" } },
  };
  const branch = {
    type: "CONDITION",
    name: "detractor",
    config: { rules: { all: [{ event: "survey.answered", filter: { survey: "mail-nps", category: "detractor" } }] } },
  };
  const journey = await published(api, [onEvent("asked"), mail, answered, branch, wait("unhappy")]);
  await api.call("POST /api/people", { body: { externalId: "ada", traits: { email: "ada@example.com" } } });
  const [personId = ""] = await track(api, "asked", ["ada"]);
  const sent = await api.call<{ data: { id: string }[] }>(`GET /api/deliveries?journeyId=${journey.id}`);
  const token = tokenOf({ surveyId: own, personId, deliveryId: sent.body.data[0]?.id ?? null });
  // Programs that look for bad links open it, and nothing happens; the score of the link is chosen, and not counted.
  for (let time = 0; time < 2; time++) {
    const page = await open(token, undefined, { query: "?answer=9" });
    expect([page.status, questionIn(page.text), chosenIn(page.text)]).toEqual([200, "score", ["9"]]);
  }
  expect(await stored(own)).toEqual([]);
  const next = await open(token, { question: "score", answer: "3" });
  expect(questionIn(next.text)).toBe("which");
  const refused = await open(token, { question: "which", several: "1" });
  expect(refused.text).toContain("Please answer this question.");
  await settle(api);
  expect(await pathsOf(api, journey)).toEqual([["start", "mail", "answered", "detractor", "unhappy"]]);
  // Later, on another device: the link goes on where they were, and back leads to the answer that was given.
  expect(questionIn((await open(token)).text)).toBe("which");
  const back = await open(token, { question: "which", back: "score" });
  expect([questionIn(back.text), chosenIn(back.text)]).toEqual(["score", ["3"]]);
  await open(token, { question: "which", several: "1", answer: ["b", "a"] });
  const end = await open(token, { question: "why", answer: "<b>Slow</b>" });
  expect(end.text).toContain("Done");
  expect(await stored(own)).toEqual([
    {
      ...{ person: personId, done: true },
      answers: {
        score: expect.objectContaining({ value: 3 }),
        which: expect.objectContaining({ value: ["a", "b"] }),
        why: expect.objectContaining({ value: "<b>Slow</b>" }),
      },
    },
  ]);
  expect((await open(token)).text).toContain("Done");
  await api.call(`DELETE /api/content/${own}`);
  expect((await api.call(`GET /api/content/${own}/uses`)).body).toMatchObject({
    data: [{ kind: "journey", id: journey.id }],
  });
});

test("the page asks in the reader's language, allows no script, and is nothing for links that nobody signed", async () => {
  const token = tokenOf({});
  const page = await open(token, undefined, { language: "de-AT,en;q=0.5" });
  expect(page.text).toContain("Empfehlen?");
  expect(page.text).toContain('<html lang="de" dir="ltr">');
  expect(page.headers.get("content-security-policy")).toContain("sandbox allow-forms");
  const changed = `${token.slice(0, -2)}AA`;
  const statuses = [changed, "x", tokenOf({ surveyId: api.workspaceId }), tokenOf({ personId: api.siteId })];
  expect(await Promise.all(statuses.map(async (one) => (await open(one)).status))).toEqual([404, 404, 404, 404]);
});

test("the link for everyone makes a set for each reader, and what they write is shown as text", async () => {
  const { body } = await api.call<{ data: { url: string } }>("GET /api/surveys/shop-nps/link");
  const token = body.data.url.split("/").at(-1) ?? "";
  for (const score of ["10", "9", "7", "0"]) {
    const page = await open(token);
    const response = /name="response" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const next = await open(token, { question: "score", answer: score, response });
    // The form was sent twice.
    await open(token, { question: "score", answer: score, response });
    if (score !== "0") continue;
    await open(token, { question: "which", several: "1", answer: "b", response });
    expect(questionIn(next.text)).toBe("which");
    const last = await open(token, { question: "why", answer: '=cmd|"<script>', response });
    expect(last.text).toContain("Done");
  }
  const refused = await open(token, { question: "score", answer: "11", response: crypto.randomUUID() });
  expect(refused.text).toContain("is no whole number from 0 to 10");
  const unknown = await open(token, { question: "nothing", answer: "1", response: crypto.randomUUID() });
  expect([unknown.status, (await stored()).length]).toEqual([200, 4]);
});

test("results, answers with a search, and the export say the same, by time and revision", async () => {
  const { started, completed, questions, revisions, days } = await results();
  expect({ started, completed, revisions }).toEqual({ started: 4, completed: 3, revisions: [1] });
  expect(days).toMatchObject([{ started: 4, completed: 3, nps: 25 }]);
  expect(questions.map(({ id, asked, answered, dropped }) => [id, asked, answered, dropped])).toEqual([
    ["score", 4, 4, 0],
    ["which", 2, 1, 1],
    ["why", 1, 1, 0],
  ]);
  expect(questions[0]?.score).toEqual({
    mean: 6.5,
    nps: 25,
    promoters: 2,
    passives: 1,
    detractors: 1,
    satisfied: null,
  });
  expect(questions[1]?.options).toEqual([
    { option: "a", label: "A", count: 0 },
    { option: "b", label: "B", count: 1 },
  ]);
  expect((await results("?from=2020-01-01&to=2020-02-01")).started).toBe(0);
  expect((await results("?revision=2")).started).toBe(0);
  const answers = async (query: string) =>
    (await api.call<{ data: z.infer<typeof SurveyResponses> }>(`GET /api/surveys/${surveyId}/responses${query}`)).body
      .data;
  expect((await answers("")).responses.map(({ score }) => score)).toEqual([0, 7, 9, 10]);
  expect((await answers("?question=why&search=SCRIPT")).responses).toMatchObject([
    { personId: null, source: "link", answers: { score: 0, which: ["b"], why: '=cmd|"<script>' } },
  ]);
  expect((await answers("?search=%25")).responses).toEqual([]);
  const { csv } = (await api.call<{ data: z.infer<typeof SurveyExport> }>(`GET /api/surveys/${surveyId}/export`)).body
    .data;
  const [head, first] = csv.split("\r\n");
  expect(head).toBe("response,started,completed,user_id,anonymous_id,email,source,revision,score,score,which,why");
  expect(first).toMatch(/,link,1,0,0,b,"'=cmd\|""<script>"$/);
  const bad = await api.call(`GET /api/surveys/${surveyId}/results?from=2026-02-01&to=2026-01-01`);
  const other = await apiFixture();
  expect([bad.status, (await other.call(`GET /api/surveys/${surveyId}/results`)).status]).toEqual([400, 404]);
});

test("a step that names no survey cannot be published", async () => {
  const mail = { type: "CONTENT", name: "mail", contentId: "ask", config: { contentType: "email", surveySlug: "ask" } };
  await expect(published(api, [onEvent("x"), mail])).rejects.toThrow(/unknown_survey.*which is of type email/);
});

test("publishing a draft checks its questions, and refuses every error at once", async () => {
  const id = await create("checked");
  const questions = [
    { id: "a", type: "nps", title: "How likely?", branches: [{ least: 9, to: "nowhere" }] },
    { id: "b", type: "text", title: "{{ broken" },
  ];
  await api.call(`PUT /api/content/${id}/draft`, {
    body: { body: { questions, thanks: { title: "Done" } }, edit: null },
  });
  const refused = await api.call<{ errors: { pointer: string }[] }>(`POST /api/content/${id}/publish`, {
    body: { revision: 1, edit: 1 },
  });
  expect(refused.status).toBe(422);
  const pointers = refused.body.errors.map(({ pointer }) => pointer);
  expect(pointers.some((pointer) => pointer.startsWith("/body/questions/0/branches"))).toBe(true);
  expect(pointers.some((pointer) => pointer.startsWith("/body/questions/1"))).toBe(true);
  expect((await api.call<{ data: { revision: number } }>(`GET /api/content/${id}`)).body.data.revision).toBe(1);
});
