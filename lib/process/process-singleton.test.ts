import { expect, it, vi } from "vitest";
import { processSingleton } from "./process-singleton.ts";

it("makes the value of a name once, also for a second copy of the module", async () => {
  const first = processSingleton("test value", () => ({ count: 0 }));
  first.count += 1;
  vi.resetModules();
  const copy = await import("./process-singleton.ts");
  expect(copy.processSingleton).not.toBe(processSingleton);
  expect(copy.processSingleton("test value", () => ({ count: 0 }))).toBe(first);
  expect(first.count).toBe(1);
});

it("keeps values of different names apart, and one that is undefined", () => {
  expect(processSingleton("test one", () => 1)).toBe(1);
  expect(processSingleton("test two", () => 2)).toBe(2);
  let made = 0;
  const make = () => {
    made += 1;
    return undefined;
  };
  for (let asked = 0; asked < 2; asked += 1) expect(processSingleton("test nothing", make)).toBeUndefined();
  expect(made).toBe(1);
});
