import { expect, it } from "vitest";
import { segmentNames } from "./lookups.ts";

it("S2: a key that one segment gave up and another has now is the name of the other, in either order", () => {
  const given = { id: "a", key: "gold", number: 1, name: "Gold", formerKeys: ["vip", "first"] };
  const taken = { id: "b", key: "vip", number: 2, name: "VIP", formerKeys: ["2", "gold"] };
  for (const rows of [
    [given, taken],
    [taken, given],
  ]) {
    const names = segmentNames(rows);
    expect(["vip", "gold", "first", "2"].map((key) => names.get(key))).toEqual(["VIP", "Gold", "Gold", "VIP"]);
  }
});
