import { expect, test } from "vitest";
import { orderedSteps } from "#dialects";
import { readForeign } from "./foreign.ts";
import { edge, node } from "./testing.ts";

const journey = {
  nodes: [
    node("start", "TRIGGER", { config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } } }),
    node("pause", "WAIT", { config: { duration: "1d" } }),
    node("done", "EXIT"),
  ],
  edges: [edge("start", "pause"), edge("pause", "done")],
};
const document = { ...journey, settings: {}, goalConfig: null, audienceId: null, allowAnonymous: false };

test("a journey of another format is named and taken over", async () => {
  const { foreign } = orderedSteps.write({ name: "Pause", description: null, document });
  const found = await readForeign(JSON.stringify(foreign));
  expect(found).toMatchObject({ kind: "journey", format: orderedSteps.title });
  expect(found.kind === "journey" && found.steps.nodes.some(({ type }) => type === "WAIT")).toBe(true);
});

test("other JSON is said to be no journey, broken journeys say why, and other text is left alone", async () => {
  expect(await readForeign('{"colour": "red"}')).toMatchObject({ kind: "unknown" });
  const broken = await readForeign('{"steps": [{"type": "dance"}]}');
  expect(broken).toMatchObject({ kind: "broken" });
  expect(broken.kind === "broken" && broken.notes.length).toBeGreaterThan(0);
  expect(await readForeign("Hello {{ name }}")).toEqual({ kind: "nothing" });
  expect(await readForeign("{ not JSON")).toEqual({ kind: "nothing" });
});
