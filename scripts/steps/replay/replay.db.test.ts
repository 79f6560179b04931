import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { advance } from "#engine";
import { inputFromJson } from "#store/advance-input";
import { line } from "../../../lib/runtime/testing/draw.ts";
import { DAY, RuntimeHarness } from "../../../lib/runtime/testing/runtime-harness.ts";
import { describeOutcome } from "./describe-outcome.ts";
import { dumpInput } from "./dump-input.ts";
import { runReplay } from "./run-replay.ts";

const steps = [
  { name: "hello", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
  { name: "tag", type: "ACTION", config: { operations: [{ type: "tag_user", tagName: "met" }] } },
  { name: "pause", type: "WAIT", config: { duration: "1d" } },
  { name: "end", type: "EXIT" },
];

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  await stage.publish(line("in", steps));
});

/** The dump of a person at the stage's time or later, read back from its JSON. */
async function dumped(personId: string, later = 0) {
  const { clock } = stage.runtime;
  const at = clock.kind === "virtual" ? clock.at.getTime() + later : null;
  const read = inputFromJson((await dumpInput(stage.database, personId, at)) ?? "");
  if ("problems" in read) throw new Error(read.problems.join(" "));
  return read.input;
}

/** The exit code of a command, and what it printed. */
async function said(to: ("stdout" | "stderr")[], command: () => Promise<number>): Promise<[number, string]> {
  const printed: string[] = [];
  const spies = to.map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => printed.push(String(text)) > 0),
  );
  try {
    return [await command(), printed.join("")];
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const tables = [
  "enrollments",
  "positions",
  "history",
  "inbox",
  "deliveries",
  "people",
  "person_changes",
  "advance_attempts",
];
const rows = async () => await Promise.all(tables.map(async (name) => [name, await stage.count(name)]));

describe("npm run replay", () => {
  test("an unread signal is dumped and stepped as the batch then steps it, and nothing is written", async () => {
    const [ada] = await stage.track("ada", "in", { traits: { plan: "pro" } });
    const before = await rows();
    const input = await dumped(ada?.personId ?? "");
    expect(input.signals.map(({ kind }) => kind)).toContain("event");
    const outcome = advance(input);
    expect(await rows()).toEqual(before);
    await stage.settle();
    const [stored] = await stage.database.sql<{ id: string; hops: number; node: string }[]>`
      select h.enrollment_id as id, json_array_length(h.hops) as hops, p.node_id as node
      from history h join positions p on p.enrollment_id = h.enrollment_id`;
    expect(outcome.history.map(({ enrollmentId, hops }) => [enrollmentId, hops.length])).toEqual([
      [stored?.id, stored?.hops],
    ]);
    expect(outcome.enrollments.map(({ nodeId }) => nodeId)).toEqual([stored?.node]);
  });

  test("hops, changes, deliveries and where the person stands are told by the names of the steps", async () => {
    const [ada] = await stage.track("ada", "in");
    const input = await dumped(ada?.personId ?? "");
    const text = describeOutcome(input, advance(input)).join("\n");
    expect(text).toContain("Person ada at 2026-03-02T09:00:00.000Z");
    expect(text).toMatch(/“hello” → “tag” {2}\(immediate\)/);
    expect(text).toMatch(/addTags: \["met"\]/);
    expect(text).toContain("email “mail” of “hello”");
    expect(text).toContain("is at “pause”");
  });

  test("at a later time the timers that are due by then fire", async () => {
    const [ada] = await stage.track("ada", "in");
    await stage.settle();
    const now = await dumped(ada?.personId ?? "");
    expect(describeOutcome(now, advance(now)).join("\n")).toContain("Hops\n  none");
    const later = await dumped(ada?.personId ?? "", 2 * DAY);
    expect(describeOutcome(later, advance(later)).join("\n")).toMatch(/enrollment \S+ is completed/);
  });

  test("signals that came after the time are left unread, and timers wait behind the first of them", async () => {
    const [ada] = await stage.track("ada", "in");
    const { clock } = stage.runtime;
    const { signals, horizon, now } = await dumped(ada?.personId ?? "", -1_000);
    expect(signals).toEqual([]);
    expect([horizon, now]).toEqual(clock.kind === "virtual" ? [clock.at.getTime(), clock.at.getTime() - 1_000] : []);
  });

  test("a file that is no dump is refused with every field that is wrong", () => {
    const read = inputFromJson(
      JSON.stringify({ format: 2, input: { now: "today", horizon: null, enrollments: [], past: [] } }),
    );
    expect("problems" in read ? read.problems.join(" ") : "").toMatch(/input\.now.*input\.person.*input\.snapshot/s);
    expect(inputFromJson("{")).toMatchObject({ problems: [expect.stringContaining("no JSON")] });
  });

  test("the command steps a file, and refuses what it cannot do with what is wrong", async () => {
    const [ada] = await stage.track("ada", "in");
    const folder = await mkdtemp(join(tmpdir(), "sojourn-replay-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "ada.json");
    await writeFile(file, (await dumpInput(stage.database, ada?.personId ?? "", null)) ?? "");
    expect(await said(["stdout"], () => runReplay([file]))).toEqual([
      0,
      expect.stringContaining("Nothing was written."),
    ]);
    await writeFile(file, "{}");
    expect(await said(["stderr"], () => runReplay([file]))).toEqual([
      2,
      expect.stringContaining("`format` has to be 2"),
    ]);
    expect(await said(["stderr"], () => runReplay(["ada"]))).toEqual([2, expect.stringContaining("neither the id")]);
    expect(await said(["stderr"], () => runReplay([ada?.personId ?? "", "--at", "soon"]))).toEqual([
      2,
      expect.stringContaining("--at has to be a time"),
    ]);
  });

  test("nobody has the id: there is nothing to dump", async () => {
    expect(await dumpInput(stage.database, "00000000-0000-7000-8000-000000000000", null)).toBeNull();
  });
});
