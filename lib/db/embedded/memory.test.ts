import { expect, test } from "vitest";
import { sharedBuffers } from "./memory.ts";

const GIGABYTE = 2 ** 30;

test.each([
  [0.5, "128MB"],
  [1, "128MB"],
  [4, "512MB"],
  [8, "1024MB"],
  [256, "1024MB"],
])(
  "on a machine with %d GB the server keeps pages in its own default, an eighth, or a gigabyte",
  (gigabytes, expected) => {
    expect(sharedBuffers(gigabytes * GIGABYTE)).toBe(expected);
  },
);

test("a machine is asked for what it has", () => {
  expect(sharedBuffers()).toMatch(/^\d{3,4}MB$/);
});
