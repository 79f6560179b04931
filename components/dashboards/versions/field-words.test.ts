import { expect, it } from "vitest";
import { fieldWords, sideText } from "./field-words.ts";

it("speaks of fields in words", () => {
  expect(fieldWords("config.duration")).toBe("Duration");
  expect(fieldWords("config.until.weekdays")).toBe("Until › weekdays");
  expect(fieldWords("settings.minDaysSinceLastJourney")).toBe("Minimum days since the last journey");
  expect(fieldWords("config.fromIdentityEmail")).toBe("From identity email");
});

it("shows steps by name, durations with their unit, and absence as nothing", () => {
  const names = new Map([["n1", "Reminder"]]);
  expect(sideText("targetNodeId", "n1", names)).toBe("Reminder");
  expect(sideText("config.duration", 45, names)).toBe("45m");
  expect(sideText("branch", null, names)).toBe("nothing");
  expect(sideText("config.filter", { plan: "pro" }, names)).toContain("plan");
});
