import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Hop } from "#engine";
import { packHops, unpackHops } from "./hops.ts";

const node = fc.constantFrom("a", "b", "c");
const hop: fc.Arbitrary<Hop> = fc.record({
  from: fc.option(node),
  to: fc.option(node),
  edge: fc.option(fc.constantFrom("e1", "e2")),
  at: fc.constantFrom(1_000, 2_000),
  cause: fc.constantFrom("immediate", "timer", "failed"),
  receipt: fc.constantFrom({}, { result: "TRUE" }),
});

test("transitions are restored as stored, whatever they share", () => {
  void fc.assert(
    fc.property(fc.array(hop), (hops) => {
      expect(unpackHops(JSON.parse(JSON.stringify(packHops(hops))))).toEqual(hops);
    }),
  );
});

test("rows stored unpacked are read unchanged", () => {
  void fc.assert(
    fc.property(fc.array(hop), (hops) => {
      expect(unpackHops(hops)).toEqual(hops);
    }),
  );
});

test("a simple path stores of each further transition only its destination and edge", () => {
  const first: Hop = { from: null, to: "a", edge: null, at: 1_000, cause: "start", receipt: { trigger: "API" } };
  const next: Hop = { from: "a", to: "b", edge: "e1", at: 1_000, cause: "immediate", receipt: {} };
  expect(packHops([first, next, { ...next, from: "b", to: "c", edge: "e2" }])).toEqual([
    first,
    { to: "b", edge: "e1" },
    { to: "c", edge: "e2" },
  ]);
});
