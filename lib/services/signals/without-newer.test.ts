import { expect, it } from "vitest";
import { withoutNewer } from "./without-newer.ts";

it("T3: of an older change what later ones say again is left out, field by field", () => {
  const patch = { traits: { plan: "free", city: "Rome" }, addTags: ["a", "b"], stage: "lead", externalId: "ada" };
  const later = [{ traits: { plan: null } }, { removeTags: ["a"] }, { stage: null }];
  expect(withoutNewer(patch, later)).toEqual({
    patch: { traits: { city: "Rome" }, addTags: ["b"], externalId: "ada" },
    fields: ["traits.plan", "addTags.a", "stage"],
  });
});

it("T3: a change that nothing came after is the same", () => {
  const patch = { traits: { plan: "free" }, removeSegments: ["vip"] };
  expect(withoutNewer(patch, [])).toEqual({ patch, fields: [] });
});
