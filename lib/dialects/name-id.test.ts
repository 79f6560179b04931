import { expect, test } from "vitest";
import * as z from "zod";
import { nameId } from "./name-id.ts";

test("the id of a name is a uuid, the same each time, and another one for another seed, kind or name", () => {
  const id = nameId("seed", "node", "welcome");
  expect(z.uuid().safeParse(id).success).toBe(true);
  expect(nameId("seed", "node", "welcome")).toBe(id);
  const others = [
    nameId("seed 2", "node", "welcome"),
    nameId("seed", "edge", "welcome"),
    nameId("seed", "node", "bye"),
  ];
  expect(new Set([id, ...others]).size).toBe(4);
});
