import { expect, test } from "vitest";
import { newId } from "#db";
import { idEnd, type Sent } from "#policies";
import { changeOf, sentOf, writePlaces } from "./places.ts";

const NOW = Date.parse("2026-03-04T12:00:00Z");
const place = (at: number, more: Partial<Sent> = {}): Sent => ({
  ...{ id: idEnd(newId()), at, channel: "email", topic: null, ...more },
});
const three = [
  place(0, { channel: "sms" }),
  place(NOW, { channel: "inapp", topic: idEnd(newId()) }),
  place(NOW + 1, { channel: "push" }),
];

test("what is packed is read as it was, with the ends of whole ids", () => {
  expect(sentOf({ places: writePlaces(three), former: null })).toEqual(three);
  const [id, topic] = [newId(), newId()];
  const [read] = sentOf({ places: writePlaces([place(NOW, { id, topic })]), former: null });
  expect(read).toMatchObject({ id: idEnd(id), topic: idEnd(topic) });
  expect(sentOf({ places: "", former: null })).toEqual([]);
});

test("what an older process wrote counts beside it, in the order of time", () => {
  const [id, topic] = [newId(), newId()];
  const former = [place(NOW - 1, { id, topic })];
  expect(sentOf({ places: writePlaces(three), former }).map((one) => one.id)).toEqual([
    three[0]?.id,
    idEnd(id),
    three[1]?.id,
    three[2]?.id,
  ]);
});

test.each<[what: string, after: (known: Sent[]) => Sent[]]>([
  ["one is added", (known) => [...known, place(NOW + 2)]],
  ["the oldest is forgotten", (known) => [...known.slice(1), place(NOW + 2)]],
  ["one in the middle is given back", ([first, , last]) => [first, last].flatMap((one) => one ?? [])],
  ["the last one is taken again", (known) => [...known.slice(0, -1), place(NOW + 2)]],
  ["nothing is left", () => []],
  ["all is new", () => [place(NOW + 2)]],
])("a change by which %s results in the same text as writing all of it", (_, after) => {
  const sent = after([...three]);
  const { keepFrom, keep, added } = changeOf(three, sent);
  expect(writePlaces(three).slice(keepFrom, keepFrom + keep) + added).toBe(writePlaces(sent));
});
