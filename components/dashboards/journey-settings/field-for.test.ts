import { expect, test } from "vitest";
import { fieldFor } from "./field-for.ts";

test("5: a problem of the journey leads to the very field of the settings", () => {
  expect(fieldFor("goalConfig")).toBe("goalType");
  expect(fieldFor("goalConfig.config.eventName")).toBe("goalEvent");
  expect(fieldFor("goalConfig.deadline")).toBe("goalDeadline");
  expect(fieldFor("settings.exitConditions.0.expression")).toBe("exits");
  expect(fieldFor("settings.maxDuration")).toBe("maxDuration");
  expect(fieldFor("audienceId")).toBe("audienceId");
  expect(fieldFor("settings.unheardOf")).toBe("root");
  expect(fieldFor(null)).toBe("root");
});
