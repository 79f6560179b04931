import { describe, expect, test } from "vitest";
import type { JourneyDocument } from "#journey";
import type { MigrationPlan } from "./signal.ts";
import { simulate } from "./simulate/index.ts";
import {
  chain,
  countsOf,
  DAY,
  EXIT_STEP,
  email,
  HOUR,
  idOf,
  programOf,
  START,
  START_STEP,
  sketch,
  versionOf,
  wait,
} from "./testing/build.ts";

const tagging = (tagName: string) => ({
  type: "ACTION" as const,
  config: { operations: [{ type: "tag_user", tagName }] },
});
const waiting = (duration: string, more: Partial<JourneyDocument> = {}) => ({
  ...sketch({
    steps: { start: START_STEP, w: wait(duration), mail: email, exit: EXIT_STEP },
    links: chain("start", "w", "mail", "exit"),
  }),
  ...more,
});

/** A person waits in `before`; an hour later `after` is published and the migration plan is carried out. */
function migrated(before: JourneyDocument, after: JourneyDocument, plan: MigrationPlan, hold = false) {
  const simulation = simulate({
    journeys: [{ program: programOf(before) }],
    versions: [versionOf(after, "2")],
    start: START,
  });
  simulation.track("p", "in");
  simulation.runTo(START + HOUR);
  if (hold) simulation.pause("hold");
  const move = { kind: "migrate", journeyId: idOf("journey"), toVersionId: idOf("version 2"), plan } as const;
  simulation.send("p", move);
  return { simulation, move };
}

const moving = (nodeId: string, toNodeId?: string): MigrationPlan => ({
  steps: [{ nodeId: idOf(nodeId), action: "move", ...(toNodeId === undefined ? {} : { toNodeId: idOf(toNodeId) }) }],
});
const hopsOf = ({ simulation }: ReturnType<typeof migrated>) => simulation.report.enrollments[0]?.hops ?? [];
const endOf = ({ simulation }: ReturnType<typeof migrated>) => simulation.report.enrollments[0];

describe("migrating", () => {
  test("R35 a move to the node of the same id re-arms its exits and repeats no effect", () => {
    const modal = { type: "CONTENT" as const, config: { contentType: "modal" }, contentId: "tour" };
    const tour = (timeout: string) =>
      sketch({
        steps: { start: START_STEP, tour: { ...modal, config: { ...modal.config, timeout } }, exit: EXIT_STEP },
        links: chain("start", "tour", "exit"),
      });
    const run = migrated(tour("30d"), tour("2d"), { ...moving("tour"), timers: "recompute" });
    expect(run.simulation.report.deliveries).toHaveLength(1);
    const request = run.simulation.report.deliveries[0]?.request;
    expect(hopsOf(run).at(-1)).toMatchObject({ from: idOf("tour"), to: idOf("tour"), edge: null, cause: "migrate" });
    const { enrollmentId = "", visit = 0 } = request ?? {};
    run.simulation.send("p", { kind: "delivery", enrollmentId, nodeId: idOf("tour"), visit, outcome: "completed" });
    expect(endOf(run)).toMatchObject({ status: "completed", endedAt: START + HOUR });
  });

  test("R35 timers that are kept fire when they would have, recomputed ones count from entering the step", () => {
    const kept = migrated(waiting("7d"), waiting("2d"), moving("w"));
    kept.simulation.runTo(START + 7 * DAY);
    expect(endOf(kept)?.status).toBe("active");
    kept.simulation.runTo(START + 7 * DAY + HOUR);
    expect(endOf(kept)).toMatchObject({ status: "completed", endedAt: START + 7 * DAY });
    const recomputed = migrated(waiting("7d"), waiting("2d"), { ...moving("w"), timers: "recompute" });
    recomputed.simulation.runTo(START + 3 * DAY);
    expect(endOf(recomputed)).toMatchObject({ status: "completed", endedAt: START + 2 * DAY });
  });

  test("R35 a recomputed timer that is long over fires at once, at the time of the move", () => {
    const run = migrated(waiting("7d"), waiting("10m"), { ...moving("w"), timers: "recompute" });
    run.simulation.runTo(START + HOUR + 1);
    expect(endOf(run)).toMatchObject({ status: "completed", endedAt: START + HOUR });
  });

  test("R35 races keep their timers by the name of the edge", () => {
    const raced = (delay: string, name: string) => {
      const document = sketch({
        steps: { start: START_STEP, mail: email, late: EXIT_STEP },
        links: [...chain("start", "mail"), { from: "mail", to: "late", trigger: { type: "timer", delay } }],
      });
      return {
        ...document,
        edges: document.edges.map((edge) =>
          edge.trigger === null ? edge : { ...edge, id: idOf(`edge ${delay}`), name },
        ),
      };
    };
    const kept = migrated(raced("7d", "late"), raced("2d", "late"), moving("mail"));
    kept.simulation.runTo(START + 8 * DAY);
    expect(endOf(kept)?.endedAt).toBe(START + 7 * DAY);
    const other = migrated(raced("7d", "late"), raced("2d", "other"), moving("mail"));
    other.simulation.runTo(START + 8 * DAY);
    expect(endOf(other)?.endedAt).toBe(START + 2 * DAY);
    expect(other.simulation.report.deliveries).toHaveLength(1);
  });

  test("R35 a move to another node is a new visit with its effects", () => {
    const after = sketch({
      steps: { start: START_STEP, tag: tagging("moved"), x: wait("1d"), exit: EXIT_STEP },
      links: chain("start", "tag", "x", "exit"),
    });
    const run = migrated(waiting("7d"), after, moving("w", "tag"));
    expect(run.simulation.report.changes).toMatchObject([{ patch: { addTags: ["moved"] } }]);
    run.simulation.runTo(START + HOUR + DAY + 1);
    expect(endOf(run)).toMatchObject({ status: "completed", endedAt: START + HOUR + DAY });
  });

  test("R35 exit ends the enrollment as moved out and cancels what it has not sent", () => {
    const plan: MigrationPlan = { steps: [{ nodeId: idOf("w"), action: "exit" }] };
    expect(endOf(migrated(waiting("7d"), waiting("7d"), plan))).toMatchObject({
      status: "stopped",
      exitReason: "moved_out",
    });
  });

  test("R35 people whom the plan does not name stay on their version, and so do people without a target node", () => {
    const after = sketch({ steps: { start: START_STEP, exit: EXIT_STEP }, links: chain("start", "exit") });
    for (const plan of [{ steps: [] }, moving("mail"), moving("w")] satisfies MigrationPlan[]) {
      const run = migrated(waiting("7d"), after, plan);
      run.simulation.runTo(START + 8 * DAY);
      expect(endOf(run)).toMatchObject({ status: "completed", endedAt: START + 7 * DAY });
      expect(run.simulation.report.deliveries).toHaveLength(1);
    }
  });

  test("R35 a step that has become one of another kind is entered, so that nobody is stranded", () => {
    const after = sketch({
      steps: { start: START_STEP, w: tagging("tagged"), exit: EXIT_STEP },
      links: chain("start", "w", "exit"),
    });
    const run = migrated(waiting("7d"), after, moving("w"));
    expect(endOf(run)).toMatchObject({ status: "completed" });
    expect(run.simulation.report.changes).toHaveLength(1);
  });

  test("R35 a step that no longer keeps anyone lets people go on at once", () => {
    const racing = sketch({
      steps: { start: START_STEP, mail: email, exit: EXIT_STEP },
      links: [...chain("start", "mail"), { from: "mail", to: "exit", trigger: { type: "event", event: "never" } }],
    });
    const plain = sketch({
      steps: { start: START_STEP, mail: email, exit: EXIT_STEP },
      links: chain("start", "mail", "exit"),
    });
    const run = migrated(racing, plain, moving("mail"));
    expect(endOf(run)).toMatchObject({ status: "completed", endedAt: START + HOUR });
    expect(run.simulation.report.deliveries).toHaveLength(1);
  });

  test("R35 limits of the new version hold from enrollment, and act before the new node does", () => {
    const after = waiting("7d", { settings: { maxDuration: "30m" } });
    const run = migrated(waiting("7d"), after, moving("w", "mail"));
    expect(endOf(run)).toMatchObject({ status: "stopped", exitReason: "max_duration" });
    expect(run.simulation.report.deliveries).toHaveLength(0);
  });

  test("R32 R35 a move while held keeps the person held, and the node runs on resume", () => {
    const run = migrated(waiting("7d"), waiting("2d"), moving("w", "mail"), true);
    run.simulation.runTo(START + DAY);
    expect(run.simulation.report.deliveries).toHaveLength(0);
    expect(hopsOf(run).at(-1)).toMatchObject({ to: idOf("mail"), cause: "migrate" });
    run.simulation.resume();
    expect(run.simulation.report.deliveries).toHaveLength(1);
    expect(endOf(run)).toMatchObject({ status: "completed", endedAt: START + DAY });
  });

  test("R36 an enrollment that changes version ends its visit on the old one and opens one on the new", () => {
    const run = migrated(waiting("7d"), waiting("2d"), moving("w"));
    expect(countsOf(run.simulation, "w", "version of journey")).toEqual({
      entered: 1,
      advanced: 0,
      exited: 1,
      failed: 0,
    });
    expect(countsOf(run.simulation, "w", "version 2")).toEqual({ entered: 1, advanced: 0, exited: 0, failed: 0 });
    run.simulation.runTo(START + 8 * DAY);
    expect(countsOf(run.simulation, "w", "version 2")).toEqual({ entered: 1, advanced: 1, exited: 0, failed: 0 });
  });

  test("the same plan twice moves nobody twice", () => {
    const run = migrated(waiting("7d"), waiting("2d"), moving("w"));
    run.simulation.send("p", run.move);
    expect(hopsOf(run).filter((hop) => hop.cause === "migrate")).toHaveLength(1);
  });
});
