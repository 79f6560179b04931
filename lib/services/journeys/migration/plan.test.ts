import { expect, it } from "vitest";
import type { JourneyDocument, JourneyNode } from "#journey";
import { planMigration } from "./plan.ts";
import type { KnownVersion } from "./standing.ts";

const id = (name: string) => `00000000-0000-4000-8000-${Buffer.from(name).toString("hex").padStart(12, "0")}`;
const wait = (name: string, duration: string): JourneyNode => ({
  id: id(name),
  type: "WAIT",
  name,
  config: { duration },
  position: { x: 0, y: 0 },
  contentId: null,
});
const document = (...nodes: JourneyNode[]) => ({ nodes, edges: [], settings: {} }) as unknown as JourneyDocument;
const version = (number: number, ...nodes: JourneyNode[]): KnownVersion => ({
  id: id(`v${number}`),
  number,
  document: document(...nodes),
});

const old = version(1, wait("a", "1d"), wait("b", "1d"));
const target = document(wait("a", "2d"));
const step = (nodeId: string, given: object = {}) => ({ nodeId: id(nodeId), action: "move" as const, ...given });

it("names every step that is wrong, each with its field", () => {
  const steps = [
    step("nowhere"),
    step("a", { versionId: id("v9") }),
    step("a", { toNodeId: id("gone") }),
    step("a", { action: "exit", toNodeId: id("a") }),
    step("b"),
  ];
  expect(() => planMigration({ steps }, [old], target)).toThrow(
    expect.objectContaining({
      errors: ["0/nodeId", "1/versionId", "2/toNodeId", "3/toNodeId", "4/toNodeId"].map((at) =>
        expect.objectContaining({ pointer: `/migration/steps/${at}` }),
      ),
    }),
  );
});

it("refuses the same step twice, but not the same step of two versions", () => {
  const both = [step("a", { versionId: old.id }), step("a")];
  expect(planMigration({ steps: both }, [old], target)).toHaveLength(2);
  expect(() => planMigration({ steps: [step("a"), step("a")] }, [old], target)).toThrow(/not valid/);
});

it("leaves out the steps whose people stay", () => {
  const steps = [step("a", { action: "stay" }), step("b", { action: "exit" })];
  expect(planMigration({ steps }, [old], target)).toEqual([steps[1]]);
});

it("computes timers again where the wait itself changed, and keeps them elsewhere, separately for each version", () => {
  expect(planMigration({ steps: [step("a")] }, [old], target)).toEqual([step("a", { timers: "recompute" })]);
  const same = version(2, wait("a", "2d"));
  expect(planMigration({ steps: [step("a")] }, [old, same], target)).toEqual([
    step("a", { versionId: old.id, timers: "recompute" }),
    step("a", { timers: "keep" }),
  ]);
});

it("takes the timers that are asked for, of the step before those of all", () => {
  const migration = {
    steps: [step("a", { timers: "keep" }), step("b", { toNodeId: id("a") })],
    timers: "recompute" as const,
  };
  expect(planMigration(migration, [old], target).map(({ timers }) => timers)).toEqual(["keep", "recompute"]);
});
