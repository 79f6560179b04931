import { expect, test } from "vitest";
import { findKindProblems, kindProblems } from "./check-kinds.ts";

test("a kind of node or a channel that is told apart by its name is named, with the file", () => {
  const text = `
    if (node.type === "WAIT") return;
    switch (type) { case "SPLIT": break; }
    const isMail = delivery.channel !== "email";
  `;
  expect(kindProblems("lib/a.ts", text).map(({ said }) => /\((.*)\)/.exec(said)?.[1])).toEqual([
    '=== "WAIT"',
    'case "SPLIT"',
    'channel !== "email"',
  ]);
});

test("names in lists and words of others are no comparisons", () => {
  const text = 'const WAITS = ["WAIT"]; if (status === "waiting" || kind === "EMAIL_SENT") go("WAIT");';
  expect(kindProblems("lib/a.ts", text)).toEqual([]);
});

test("no file of this repository tells kinds apart but those with a reason", () => {
  expect(findKindProblems()).toEqual([]);
});
