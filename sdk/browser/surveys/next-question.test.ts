import { expect, test } from "vitest";
import { nextQuestion as inServer, type Question } from "#inpage";
import { type Answer, nextQuestion } from "./next-question.ts";

const options = ["a", "b", "c"].map((id) => ({ id, label: id }));
const ends = [{ to: "end" }, { to: "last" }, { to: "first" }, { to: "nowhere" }];
const conditions = [{}, { least: 3 }, { most: 3 }, { least: 2, most: 4 }, { any: ["b"] }, { any: ["a", "c"] }];
const answers: Answer[] = [null, 0, 3, 5, "a", "b", ["a"], ["b", "c"], []];

test("a page goes the same way through a survey as the server", () => {
  let ways = 0;
  for (const condition of conditions)
    for (const end of ends)
      for (const answer of answers) {
        const branches = [
          { ...condition, ...end },
          { least: 5, to: "last" },
        ];
        const asked: Question = { id: "asked", type: "multiple", title: "?", options, branches };
        const questions: Question[] = ["first", "asked", "next", "last"].map((id) =>
          id === "asked" ? asked : { id, type: "text", title: "?" },
        );
        const server = inServer(questions, "asked", answer)?.id ?? null;
        const page = questions.map(({ id }) => ({
          id,
          type: "text",
          title: "?",
          ...(id === "asked" ? { branches } : {}),
        }));
        const there = page.find(({ id }) => id === "asked");
        expect([condition, end, answer, there && (nextQuestion(page, there, answer)?.id ?? null)]).toEqual([
          condition,
          end,
          answer,
          server,
        ]);
        ways += 1;
      }
  expect(ways).toBe(216);
});
