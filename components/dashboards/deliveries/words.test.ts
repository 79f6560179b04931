import { expect, test } from "vitest";
import type { Delivery } from "#data";
import { becameOf } from "./words.ts";

const nothing = {
  deliveredAt: null,
  openedAt: null,
  clickedAt: null,
  bouncedAt: null,
  complainedAt: null,
  unsubscribedAt: null,
};
const at = (minute: number) => `2026-03-02T09:0${minute}:00.000Z`;
const of = (times: Partial<Record<keyof typeof nothing, string>>) => becameOf({ ...nothing, ...times } as Delivery);

test("the results of a message stand in the order of their times, and bad ones are marked", () => {
  expect(of({})).toEqual([]);
  expect(
    of({ deliveredAt: at(3), openedAt: at(1), complainedAt: at(5) }).map(({ label, isBad }) => [label, isBad]),
  ).toEqual([
    ["Opened", false],
    ["Delivered", false],
    ["Marked as spam", true],
  ]);
});
