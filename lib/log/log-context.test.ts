import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLog } from "./create-log.ts";
import { inLogContext } from "./log-context.ts";

test("every line of a piece of work has its ids, across awaits and beside other work", async () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog(
    () => ({ level: "info", format: "json" }),
    (line) => lines.push(JSON.parse(line)),
  );
  const work = (requestId: string) =>
    inLogContext({ requestId }, async () => {
      await turn();
      log.info("one");
      await inLogContext({ batchId: "b" }, async () => log.info("two", { requestId: "own" }));
    });
  await Promise.all([work("a"), work("c")]);
  log.info("outside");
  expect(lines.map(({ message, requestId, batchId }) => [message, requestId, batchId])).toEqual([
    ["one", "a", undefined],
    ["two", "own", "b"],
    ["one", "c", undefined],
    ["two", "own", "b"],
    ["outside", undefined, undefined],
  ]);
});
