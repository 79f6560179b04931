import { expect, test } from "vitest";
import { draw } from "../testing/draw.ts";
import { HOUR, RuntimeHarness } from "../testing/runtime-harness.ts";

const entry = (eventName: string) => ({
  name: "start",
  type: "TRIGGER",
  config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } },
});
const END = { name: "end", type: "EXIT" };

test("R52: a goal reached by a step of an enrollment that began with the same event counts for the visit it has not counted for", async () => {
  const stage = await RuntimeHarness.open();
  const { journeyId } = await stage.publish(
    draw({
      nodes: [entry("visited"), END],
      edges: [{ from: "start", to: "end" }],
      settings: { reEntry: "every" },
      goalConfig: { type: "event", config: { eventName: "bought" }, window: "30d" },
    }),
  );
  await stage.publish(
    draw({
      nodes: [
        entry("delivered"),
        { name: "note", type: "ACTION", config: { operations: [{ type: "emit_event", eventName: "bought" }] } },
        END,
      ],
      edges: [
        { from: "start", to: "note" },
        { from: "note", to: "end" },
      ],
      settings: { reEntry: "every" },
    }),
  );
  for (const event of ["visited", "visited", "delivered", "delivered", "delivered"]) {
    await stage.track("ada", event);
    await stage.pass(HOUR);
  }
  expect(await stage.count("enrollments", `journey_id = '${journeyId}' and status = 'completed'`)).toBe(2);
  expect(await stage.count("conversions", `journey_id = '${journeyId}'`)).toBe(2);
});
