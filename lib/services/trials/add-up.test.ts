import { expect, it } from "vitest";
import { addUp, addUpBy } from "./add-up.ts";

it("records of counts are added key by key, whatever keys only one of them has", () => {
  const sum = addUp<Record<string, number | Record<string, number>>>(
    { entered: 1, ended: { finished: 2 } },
    { entered: 4, ended: { finished: 1, stopped: 3 }, failed: 5 },
  );
  expect(sum).toEqual({ entered: 5, ended: { finished: 3, stopped: 3 }, failed: 5 });
});

it("lists are added by their key, in the order of the first; its names stay", () => {
  const left = [
    { nodeId: "b", name: "Second", entered: 2 },
    { nodeId: "a", name: "First", entered: 1 },
  ];
  const right = [{ nodeId: "a", name: "First, renamed", entered: 10 }];
  expect(addUpBy("nodeId", left, right)).toEqual([
    { nodeId: "b", name: "Second", entered: 2 },
    { nodeId: "a", name: "First", entered: 11 },
  ]);
});
