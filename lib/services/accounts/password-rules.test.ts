import { expect, test } from "vitest";
import { passwordFault } from "./password-rules.ts";

const owner = { email: "ada.lovelace@engines.example", name: "Ada Lovelace", hasSecondFactor: false };
const careful = { ...owner, hasSecondFactor: true };

test("T16: fifteen characters are enough, of any kind, and eight beside a second factor", async () => {
  for (const password of [
    "correct horse battery",
    "aaaab bbbbc ccccd",
    "пароль-для-моря-и-гор",
    "🌊🏔️🌲 море и горы ночью",
    "x".repeat(3) + "z-quiet-harbour".repeat(8),
  ])
    expect([password, await passwordFault(password, owner)]).toEqual([password, null]);
  expect(await passwordFault("14 characters.", owner)).toContain("At least 15 characters; 8 are enough");
  expect(await passwordFault("14 characters.", careful)).toBeNull();
  expect(await passwordFault("7 chars", careful)).toBe("At least 8 characters");
  expect(await passwordFault(`${"quiet harbour ".repeat(9)}xyz`, owner)).toBe("At most 128 characters");
});

test.each([
  ["passwordpassword", "repeats"],
  ["PasswordPassword", "repeats"],
  ["121212121212121212", "repeats"],
  ["aaaaaaaaaaaaaaaaaaaa", "repeats"],
  ["abcdefghijklmnopqrst", "neighbours"],
  ["987654321", "neighbours"],
  ["1qaz2wsx3edc4rfv", "list"],
  ["QWERTY123456789", "list"],
  ["sunshine1", "list"],
  ["Ada.Lovelace@engines.example", "your name"],
  ["adalovelace2026!", "your name"],
  ["sojourn-sojourn-Ada Lovelace1", "your name"],
])("%s is refused: %s", async (password, why) => {
  expect(await passwordFault(password, careful)).toContain(why);
});
