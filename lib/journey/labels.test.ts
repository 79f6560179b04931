import { expect, test } from "vitest";
import { completeCanvas } from "./canvas/index.ts";
import { labelOf, readableName } from "./labels.ts";

test("a name reads as words, and a label replaces it", () => {
  expect(["welcome_email", "wait", "wait_2"].map(readableName)).toEqual(["Welcome email", "Wait", "Wait 2"]);
  expect(labelOf({ name: "mail_2", label: "Welcome, again!" })).toBe("Welcome, again!");
});

test("a saved node keeps its label without the space around it, and what says nothing is left out", () => {
  const node = (label: unknown, disabled: unknown) => ({ type: "WAIT", label, disabled });
  const completed = completeCanvas(
    { nodes: [node("  Three days ", true), node(" ", false), node(null, null)], edges: [] },
    { makeId: () => crypto.randomUUID() },
  );
  if (!("canvas" in completed)) throw new Error("The canvas was refused");
  const said = completed.canvas.nodes.map((one) => ["label" in one, one.label, one.disabled]);
  expect(said).toEqual([
    [true, "Three days", true],
    [false, undefined, undefined],
    [false, undefined, undefined],
  ]);
});
