import { describe, expect, test } from "vitest";
import { checkDocument, pathOf, type Question, readAnswer, readDocument, renderDocument, scoreOf } from "../index.ts";

const OPTIONS = [
  { id: "a", label: "A" },
  { id: "b", label: "B" },
  { id: "c", label: "C" },
];
const score: Question = {
  id: "score",
  type: "nps",
  title: "Recommend?",
  branches: [
    { most: 6, to: "why" },
    { least: 9, to: "end" },
  ],
};
const which: Question = {
  id: "which",
  type: "multiple",
  title: "Which?",
  options: OPTIONS,
  branches: [{ any: ["c"], to: "end" }],
};
const why: Question = { id: "why", type: "text", title: "Why?", optional: true, longest: 10 };
const questions = [score, which, why];
const says = (body: unknown) =>
  checkDocument("survey", body).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`);

test("every fault of a survey is told at once, with its place", () => {
  expect(
    says({
      questions: [
        { id: "end", type: "nps", title: "x" },
        { id: "two", type: "slider", title: "x" },
        { id: "three", type: "single", title: "x", options: [OPTIONS[0]], trait: "a b" },
        null,
      ],
    }).sort(),
  ).toEqual([
    "error bad_document /questions/0/id",
    "error bad_document /questions/1/type",
    "error bad_document /questions/2/options",
    "error bad_document /questions/2/trait",
    "error bad_document /questions/3",
  ]);
  expect(says({ questions: [why, why] })).toEqual(["error bad_document /questions"]);
  expect(says({ questions: [{ ...which, options: [OPTIONS[0], OPTIONS[0]] }] })).toEqual([
    "error bad_document /questions",
  ]);
});

test("branches that lead nowhere, back or never, and questions that nobody is asked, are told", () => {
  expect(
    says({
      questions: [
        {
          ...score,
          branches: [{ to: "nowhere" }, { to: "score" }, { least: 11, to: "end" }, { any: ["a"], to: "end" }],
        },
        { ...which, branches: [{ any: ["x"], to: "end" }, { to: "end" }] },
        why,
      ],
    }),
  ).toEqual([
    "error unknown_question /questions/0/branches/0/to",
    "error leads_back /questions/0/branches/1/to",
    "warning never_taken /questions/0/branches/2",
    "error unknown_option /questions/0/branches/3/any",
    "error unknown_option /questions/1/branches/0/any",
    "warning unreachable_question /questions/2",
  ]);
  expect(says({ questions })).toEqual([]);
});

test.each([
  [{}, ["score"], "score"],
  [{ score: 8 }, ["score", "which"], "which"],
  [{ score: 8, which: ["a", "c"] }, ["score", "which"], null],
  [{ score: 8, which: ["a"], why: null }, ["score", "which", "why"], null],
  [{ score: 3 }, ["score", "why"], "why"],
  [{ score: 10, why: "stale" }, ["score"], null],
] as const)("the answers %j lead over %j to %s", (answers, asked, waiting) => {
  const path = pathOf(questions, answers);
  expect([path.asked.map(({ id }) => id), path.waiting?.id ?? null]).toEqual([asked, waiting]);
});

describe("answers", () => {
  const rating: Question = { id: "r", type: "rating", title: "Rate", scale: 3 };
  test.each([
    [score, "9", { value: 9 }],
    [score, 11, { fault: "is no whole number from 0 to 10" }],
    [score, 1.5, { fault: "is no whole number from 0 to 10" }],
    [score, "", { fault: "needs an answer" }],
    [rating, 0, { fault: "is no whole number from 1 to 3" }],
    [which, ["c", "a", "a"], { value: ["a", "c"] }],
    [which, "b", { value: ["b"] }],
    [which, ["a", { $gt: 1 }], { fault: "has something that is none of the options" }],
    [{ ...which, type: "single" } as Question, "__proto__", { fault: "is none of the options" }],
    [why, "", { value: null }],
    [why, " <b>hi</b>\r\n", { value: "<b>hi</b>" }],
    [why, "x".repeat(11), { fault: "may have 10 characters at most" }],
    [why, 7, { fault: "is no text" }],
  ] as const)("of %j, %j is %j", (question, given, read) => {
    expect(readAnswer(question, given)).toEqual(read);
  });

  test("scores say what sort of person gave them", () => {
    const categories = (type: "nps" | "csat", values: number[]) =>
      values.map((value) => scoreOf({ id: "q", title: "q", type }, value)?.category);
    expect(categories("nps", [6, 7, 8, 9])).toEqual(["detractor", "passive", "passive", "promoter"]);
    expect(categories("csat", [2, 3, 4])).toEqual(["dissatisfied", "neutral", "satisfied"]);
    expect([scoreOf(rating, 2), scoreOf(why, "x")]).toEqual([{ score: 2, category: null }, null]);
  });
});

test("a survey is made ready in one language, with what it says itself; a modal one blocks the page", () => {
  const body = {
    shape: "modal",
    questions: [
      { ...score, title: { en: "Recommend?", de: "Empfehlen?" }, low: { en: "No", de: "Nein" }, branches: [] },
    ],
    thanks: { title: { en: "Thanks", de: "Danke" } },
  };
  const { document } = readDocument("survey", body);
  if (!document) throw new Error("not a document");
  const ready = renderDocument("survey", document, { languages: ["de"], render: (source) => source });
  expect(ready).toMatchObject({
    language: "de",
    blocking: true,
    parts: {
      questions: [{ id: "score", title: "Empfehlen?", low: "Nein" }],
      thanks: { title: "Danke" },
      said: { next: "Weiter" },
    },
  });
});
