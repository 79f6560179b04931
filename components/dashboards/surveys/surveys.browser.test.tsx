import { expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { Content, SurveyResponse, SurveyResults } from "#data";
import { choose, createdBy, render } from "#rendering";
import { ContentEditorPage } from "../content/content-editor-page.tsx";
import { SurveyResultsPage } from "./survey-results-page.tsx";

const BODY = {
  questions: [
    { id: "score", type: "nps", title: "Would you recommend us?" },
    { id: "why", type: "text", title: "Why?", optional: true },
  ],
};

const newSurvey = (name: string) => createdBy<Content>("/api/content", { name, type: "survey", body: BODY });

test("a question with options and a branch are written, moved and kept in the draft, and the preview asks from it", async () => {
  const { id } = await newSurvey("Asked");
  render(<ContentEditorPage contentId={id} />);
  const preview = page.getByRole("region", { name: "Preview" });
  await expect.element(preview.getByRole("radio").nth(10)).toBeVisible();
  await page.getByRole("button", { name: "Add a branch" }).click();
  await page.getByLabelText("Branch 1: from").fill("9");
  await choose(page.getByRole("button", { name: "Add a question" }), "Some of several", "menuitem");
  await page.getByLabelText("Question", { exact: true }).fill("What could be better?");
  await page.getByLabelText("Option 1").fill("The price");
  await page.getByLabelText("Option 2").fill("The speed");
  await expect.element(preview.getByRole("checkbox", { name: "The speed" })).toBeVisible();
  await page.getByRole("button", { name: "Move question 3 up" }).click();
  const drafted = async () => (await (await fetch(`/api/content/${id}/draft`)).json()).data?.body?.questions;
  await expect.poll(drafted, { timeout: 5_000 }).toEqual([
    { ...BODY.questions[0], branches: [{ least: 9, to: "end" }] },
    {
      ...{ id: "multiple", type: "multiple", title: "What could be better?" },
      options: [
        { id: "a", label: "The price" },
        { id: "b", label: "The speed" },
      ],
    },
    BODY.questions[1],
  ]);
});

const score = (value: number) => ({
  option: String(value),
  label: String(value),
  count: value === 3 || value > 8 ? 1 : 0,
});

const resultsOf = ({ id, name, slug }: Content): SurveyResults => ({
  ...{ id, name, key: slug, from: "2026-03-01", to: "2026-03-03", revision: null, revisions: [2, 1] },
  ...{ shown: 9, started: 3, completed: 2 },
  questions: [
    {
      ...{ id: "score", type: "nps", title: "Would you recommend us?", asked: 3, answered: 3, dropped: 0 },
      options: Array.from({ length: 11 }, (_, value) => score(value)),
      score: { mean: 7.3, nps: 33.3, promoters: 2, passives: 0, detractors: 1, satisfied: null },
    },
    {
      ...{ id: "which", type: "multiple", title: "What could be better?", asked: 3, answered: 2, dropped: 1 },
      options: [
        { option: "a", label: "The price, and what it costs to send things back", count: 2 },
        { option: "b", label: "The speed", count: 1 },
      ],
      score: null,
    },
    { ...{ id: "why", type: "text", title: "Why?", asked: 2, answered: 1, dropped: 0 }, options: [], score: null },
  ],
  days: [
    { day: "2026-03-01", started: 2, completed: 1, nps: 0 },
    { day: "2026-03-02", started: 0, completed: 0, nps: null },
    { day: "2026-03-03", started: 1, completed: 1, nps: 100 },
  ],
});

const RESPONSES: SurveyResponse[] = [
  {
    ...{ id: "1", revision: 2, personId: crypto.randomUUID(), person: "ada@example.com", source: "page", place: {} },
    ...{ answers: { score: 3, which: ["a", "b"] }, score: 3, startedAt: "2026-03-03T10:00:00Z", completedAt: null },
  },
  {
    ...{ id: "2", revision: 1, personId: null, person: null, source: "link", place: {}, score: 10 },
    ...{ answers: { score: 10, why: "<b>Fast</b> & kind" } },
    ...{ startedAt: "2026-03-01T10:00:00Z", completedAt: "2026-03-01T10:01:00Z" },
  },
];

/** Gives these answers at their addresses; every other request is answered by the API. */
function answer(byPath: Record<string, (query: URLSearchParams) => unknown>): void {
  const real = window.fetch;
  const spy = vi.spyOn(window, "fetch").mockImplementation(async (input, init) => {
    const { pathname, searchParams } = new URL(String(input), location.href);
    const data = byPath[pathname]?.(searchParams);
    return data === undefined ? real(input, init) : Response.json({ data });
  });
  onTestFinished(() => spy.mockRestore());
}

test("results say how far people came, the score, the shares, and what was written, as text", async () => {
  const item = await newSurvey("Answered");
  const asked: (string | null)[] = [];
  answer({
    [`/api/surveys/${item.id}/results`]: () => resultsOf(item),
    [`/api/surveys/${item.id}/responses`]: (query) => {
      asked.push(query.get("search"));
      return { responses: query.has("search") ? [] : RESPONSES, next: null };
    },
  });
  render(<SurveyResultsPage contentId={item.id} />);
  const totals = page.getByRole("list", { name: "Totals" });
  await expect.element(totals.getByText("67% of started")).toBeVisible();
  const region = (name: RegExp) => page.getByRole("region", { name });
  await expect.element(region(/^1\. Would you/).getByText("+33.3")).toBeVisible();
  await expect.element(region(/^2\. What could/).getByText("2 of 3 answered; 1 (33%) left here")).toBeVisible();
  const row = region(/^2\. What could/).getByRole("row", { name: /^The price/ });
  await expect.element(row.getByText("100%")).toBeVisible();
  const answers = region(/^Answers/);
  await expect.element(answers.getByText("<b>Fast</b> & kind")).toBeVisible();
  await expect.element(answers.getByText(/^The price, .*, The speed$/)).toBeVisible();
  await expect.element(answers.getByText("Left before the end")).toBeVisible();
  await answers.getByLabelText("Search in answers").fill("slow");
  await expect.element(answers.getByText("Nothing was found.")).toBeVisible();
  expect(asked.at(-1)).toBe("slow");
});

test("a viewer reads every question, and has no means to change one", async () => {
  const { id } = await newSurvey("Read");
  const { data: me } = await (await fetch("/api/me")).json();
  answer({ "/api/me": () => ({ ...me, role: "viewer" }) });
  render(<ContentEditorPage contentId={id} />);
  await page.getByRole("button", { name: /^2\. Why/ }).click();
  const question = page.getByLabelText("Question", { exact: true });
  await expect.element(question).toHaveValue("Why?");
  await expect.element(question).toBeDisabled();
  for (const name of ["Add a question", "Remove question 2", "Publish"])
    await expect.element(page.getByRole("button", { name })).not.toBeInTheDocument();
});
