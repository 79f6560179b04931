import { expect, test } from "vitest";
import { changeWait, WAIT_WAYS, waitWay } from "./wait-ways.ts";

const window = { days: ["mon"], from: "09:00", to: "17:00" };

test("every way of waiting is recognised after it was chosen", () => {
  for (const { value } of WAIT_WAYS)
    expect(waitWay({ ...changeWait({ duration: "2d", window }, value), window })).toBe(value);
});

test("a wait that says nothing yet waits for a while", () => {
  expect(waitWay({})).toBe("duration");
  expect(changeWait({ duration: "3h" }, "duration").duration).toBe("3h");
});
