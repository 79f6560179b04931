import { expect, test } from "vitest";
import { type KeyPress, matches } from "./matches.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test("Ctrl and Cmd both count as Mod", () => {
  expect(matches(press("z", { ctrlKey: true }), "Mod+z")).toBe(true);
  expect(matches(press("z", { metaKey: true }), "Mod+z")).toBe(true);
  expect(matches(press("z"), "Mod+z")).toBe(false);
});

test("undo is not redo", () => {
  expect(matches(press("Z", { ctrlKey: true, shiftKey: true }), "Mod+z")).toBe(false);
  expect(matches(press("Z", { ctrlKey: true, shiftKey: true }), "Mod+Shift+z")).toBe(true);
});

test("a letter is found by its place when Alt turns it into another sign", () => {
  expect(matches(press("†", { code: "KeyT", shiftKey: true, altKey: true }), "Shift+Alt+t")).toBe(true);
});

test("signs are what they print, with or without Shift", () => {
  expect(matches(press("?", { shiftKey: true }), "?")).toBe(true);
  expect(matches(press("+", { shiftKey: true }), "+")).toBe(true);
  expect(matches(press("-"), "-")).toBe(true);
  expect(matches(press("0", { ctrlKey: true }), "0")).toBe(false);
});

test("arrows tell walking from moving and extending", () => {
  expect(matches(press("ArrowDown"), "ArrowDown")).toBe(true);
  expect(matches(press("ArrowDown", { altKey: true }), "ArrowDown")).toBe(false);
  expect(matches(press("ArrowDown", { altKey: true }), "Alt+ArrowDown")).toBe(true);
  expect(matches(press("ArrowDown", { shiftKey: true }), "Shift+ArrowDown")).toBe(true);
});
