import { beforeEach, describe, expect, test } from "vitest";
import { createRuntime, ingest, tick } from "./index.ts";
import { line } from "./testing/draw.ts";
import { RuntimeHarness } from "./testing/runtime-harness.ts";

const TIMES = 200;
let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  await stage.publish(
    line(
      "in",
      [
        { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
        { name: "wait", type: "WAIT", config: { duration: "1d" } },
      ],
      { reEntry: "once" },
    ),
  );
});

/** Sends all events at once, as from 200 browsers, while two workers are already reading signals. */
async function storm(messageId: (index: number) => string) {
  const workspaceId = stage.workspaceId;
  let posting = true;
  const worker = async () => {
    const runtime = createRuntime(stage.database);
    while (posting || !(await tick(runtime)).idle) await tick(runtime);
  };
  const workers = [worker(), worker()];
  const results = await Promise.all(
    Array.from({ length: TIMES }, (_, index) =>
      ingest(stage.database, [{ workspaceId, userId: "ada", type: "track", event: "in", messageId: messageId(index) }]),
    ),
  );
  posting = false;
  await Promise.all(workers);
  return results.flat();
}

describe("the same entry event many times at once", () => {
  test("with one message id it is one event and one enrollment", async () => {
    const results = await storm(() => "m-1");
    expect(results.filter((result) => result.status === "accepted")).toHaveLength(1);
    expect(await stage.count("events", "name = 'app.in'")).toBe(1);
    expect(await stage.count("enrollments")).toBe(1);
    expect(await stage.count("deliveries")).toBe(1);
  });

  test("with a message id each it is 200 events, one person and one enrollment", async () => {
    const results = await storm((index) => `m-${index}`);
    expect(results.filter((result) => result.status === "accepted")).toHaveLength(TIMES);
    expect(new Set(results.map((result) => result.personId)).size).toBe(1);
    expect(await stage.count("people")).toBe(1);
    expect(await stage.count("events", "name = 'app.in'")).toBe(TIMES);
    expect(await stage.count("events", "name = 'user.created'")).toBe(1);
    expect(await stage.count("enrollments")).toBe(1);
    expect(await stage.count("positions")).toBe(1);
    expect(await stage.count("deliveries")).toBe(1);
    expect(await stage.count("inbox")).toBe(0);
  });
});
