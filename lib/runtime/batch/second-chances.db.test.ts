import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { compile, type MigrationPlan, PROGRAM_FORMAT } from "#engine";
import type { JourneyDocument } from "#journey";
import { schema } from "#store";
import { appendSignals } from "#store/inbox";
import { accounts } from "../testing/accounts.ts";
import { line } from "../testing/draw.ts";
import { raiseRevision } from "../testing/publish.ts";
import { DAY, RuntimeHarness } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const end = { name: "end", type: "EXIT" };
const wait = (duration: string) => ({ name: "wait", type: "WAIT", config: { duration } });
const adding = {
  name: "add",
  type: "ACTION",
  config: { operations: [{ type: "set_attribute", attribute: "sum", expression: "traits.n + 1" }] },
};

async function signal(kind: string, payload: Record<string, unknown>) {
  const [person] = await stage.database.sql<{ id: string }[]>`select id from people`;
  const { clock } = stage.runtime;
  const receivedAt = clock.kind === "virtual" ? { receivedAt: clock.at } : {};
  const personId = person?.id ?? "";
  await appendSignals(stage.database.sql, [{ workspaceId: stage.workspaceId, personId, kind, payload, ...receivedAt }]);
  await stage.settle();
}

async function enrollment() {
  const [row] = await stage.database.sql<
    { id: string; status: string; version_id: string; failed_state: unknown; last_node_id: string | null }[]
  >`select id, status, version_id, failed_state, last_node_id from enrollments`;
  if (row === undefined) throw new Error("nobody entered");
  return row;
}

/** A second version of a published journey, which nobody enters. */
async function addVersion(journeyId: string, document: JourneyDocument): Promise<string> {
  const id = newId();
  const program = compile(document, { versionId: id, journeyId });
  const { workspaceId, database } = stage;
  const place = { id, workspaceId, journeyId, number: 2, document, program };
  await database.orm.insert(schema.versions).values({ ...place, programFormat: PROGRAM_FORMAT, hash: program.hash });
  await raiseRevision(database);
  return id;
}

describe("a retry", () => {
  test("R36 a failed enrollment goes on from its node, is active again, and leaves the failed ones", async () => {
    await stage.publish(line("in", [adding, wait("1d"), end]));
    await stage.track("p", "in");
    await stage.settle();
    const failed = await enrollment();
    expect(failed).toMatchObject({ status: "failed", failed_state: { seq: 1 } });
    await stage.give({ userId: "p", type: "identify", traits: { n: 1 } });
    await stage.settle();
    await signal("retry", { enrollmentId: failed.id });
    expect(await enrollment()).toMatchObject({
      id: failed.id,
      status: "active",
      failed_state: null,
      last_node_id: null,
    });
    expect(await accounts(stage.database)).toMatchObject({
      positions: 1,
      openVisits: 1,
      brokenPaths: 0,
      counted: { enrolled: 1, completed: 0, failed: 0 },
    });
    await stage.pass(2 * DAY);
    expect(await enrollment()).toMatchObject({ status: "completed" });
    expect(await accounts(stage.database)).toMatchObject({ positions: 0, openVisits: 0, counted: { completed: 1 } });
  });

  test("R36 what fails again in the same batch stays failed, and a skip takes it to the end", async () => {
    await stage.publish(line("in", [adding, end]));
    await stage.track("p", "in");
    await stage.settle();
    const { id } = await enrollment();
    await signal("retry", { enrollmentId: id });
    expect(await enrollment()).toMatchObject({ status: "failed", failed_state: { seq: 2 } });
    await signal("retry", { enrollmentId: id, skip: true });
    expect(await enrollment()).toMatchObject({ status: "completed", failed_state: null });
    expect(await accounts(stage.database)).toMatchObject({
      openVisits: 0,
      brokenPaths: 0,
      counted: { enrolled: 1, completed: 1, failed: 0 },
    });
  });
});

describe("a migration", () => {
  test("R35 R36 takes the enrollment, its position and its totals to the other version", async () => {
    const first = line("in", [wait("7d"), end]);
    const { journeyId, versionId } = await stage.publish(first);
    await stage.track("p", "in");
    await stage.settle();
    const [stood] = first.nodes.filter((node) => node.name === "wait");
    const second = {
      ...first,
      nodes: first.nodes.map((n) => (n === stood ? { ...n, config: { duration: "2d" } } : n)),
    };
    const toVersionId = await addVersion(journeyId, second);
    const plan: MigrationPlan = {
      steps: [{ nodeId: stood?.id ?? "", versionId, action: "move" }],
      timers: "recompute",
    };
    await signal("migrate", { journeyId, toVersionId, plan });
    expect(await enrollment()).toMatchObject({ status: "active", version_id: toVersionId });
    const totals = await stage.database.sql`
      select version_id, sum(enrolled)::int as enrolled from journey_counts group by version_id`;
    expect(Object.fromEntries(totals.map((row) => [row.version_id, row.enrolled]))).toEqual({
      [versionId]: 0,
      [toVersionId]: 1,
    });
    const open = await stage.database.sql`
      select version_id, sum(entered - advanced - exited - failed)::int as open from node_counts
      where element_id = ${stood?.id ?? ""} group by version_id`;
    expect(Object.fromEntries(open.map((row) => [row.version_id, row.open]))).toEqual({
      [versionId]: 0,
      [toVersionId]: 1,
    });
    await stage.pass(3 * DAY);
    expect(await enrollment()).toMatchObject({ status: "completed", version_id: toVersionId });
  });
});
