import { expect, test } from "vitest";
import { wayOf } from "./way-of.ts";

const node = (id: string) => ({ id, name: id });
const nodes = ["start", "tour", "thanks", "left"].map(node) as unknown as Parameters<typeof wayOf>[0];
const hop = (fromNodeId: string | null, toNodeId: string) => ({ fromNodeId, toNodeId });
const at = (status: string, nodeId: string, transitions: object[]) =>
  ({ status, nodeId, transitions }) as unknown as Parameters<typeof wayOf>[1];
const marks = (enrollment: Parameters<typeof wayOf>[1]) => wayOf(nodes, enrollment).map(({ mark }) => mark);

test("the steps say what was passed, where the visitor is, and what lies ahead", () => {
  expect(marks(null)).toEqual(["ahead", "ahead", "ahead", "ahead"]);
  const begun = [hop(null, "start"), hop("start", "tour")];
  expect(marks(at("ACTIVE", "tour", begun))).toEqual(["passed", "here", "ahead", "ahead"]);
  expect(marks(at("COMPLETED", "left", [...begun, hop("tour", "left")]))).toEqual([
    "passed",
    "passed",
    "ahead",
    "passed",
  ]);
});
