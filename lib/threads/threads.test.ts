import { expect, it } from "vitest";
import { tasksOf, threadFault } from "./index.ts";
import { ThreadHandle } from "./thread-handle.ts";
import { ThreadPool } from "./thread-pool.ts";

const run = tasksOf<typeof import("./testing/thread-tasks.ts")>("lib/threads/testing/thread-tasks.ts");
const FILE = "lib/threads/testing/thread-tasks.ts";
const faultOf = (call: Promise<unknown>) => call.then(() => null, threadFault);

it("T1: a task answers from its thread, and fails as it would here", async () => {
  expect(await run("trials", 5_000, "double", 21)).toBe(42);
  await expect(run("trials", 5_000, "fail", "no")).rejects.toMatchObject({ name: "RangeError", message: "no" });
  await expect(run("trials", 5_000, "uncopyable")).rejects.toThrow("cannot leave its thread");
  expect(await run("trials", 5_000, "environment")).toEqual(["NODE_ENV"]);
});

it("T1: a task that never ends is ended, others meanwhile and afterwards are answered", async () => {
  const endless = faultOf(run("trials", 3_000, "never"));
  const order: string[] = [];
  await Promise.all([
    endless.then(() => order.push("ended")),
    run("trials", 5_000, "double", 1).then(() => order.push("answered")),
  ]);
  expect(order).toEqual(["answered", "ended"]);
  expect(await endless).toBe("too_slow");
  expect(await Promise.all([1, 2, 3].map((n) => run("trials", 5_000, "double", n)))).toEqual([2, 4, 6]);
});

it("T1: a task that fills the memory ends its thread and nothing else", async () => {
  const pool = new ThreadPool({ size: 1, memoryMb: 16, queue: 10, patienceMs: 60_000 });
  expect(await faultOf(pool.run({ file: FILE, name: "fill", args: [] }, 20_000))).toBe("too_large");
  expect(await pool.run({ file: FILE, name: "double", args: [2] }, 5_000)).toBe(4);
});

it("T1: only so many tasks wait, and only so long", async () => {
  const call = { file: FILE, name: "never", args: [] };
  const hasty = new ThreadPool({ size: 1, memoryMb: 64, queue: 1, patienceMs: 50 });
  const running = faultOf(hasty.run(call, 500));
  expect(await faultOf(hasty.run(call, 500))).toBe("busy");
  expect(await running).toBe("too_slow");
  const full = new ThreadPool({ size: 1, memoryMb: 64, queue: 1, patienceMs: 60_000 });
  const [first, second] = [faultOf(full.run(call, 500)), faultOf(full.run(call, 500))];
  expect(await faultOf(full.run(call, 500))).toBe("busy");
  expect(await Promise.all([first, second])).toEqual(["too_slow", "too_slow"]);
});

it("T1: a machine that has no thread to give refuses one call, and closes nothing", async () => {
  let isOut = true;
  const pool = new ThreadPool({ size: 1, memoryMb: 64, queue: 10, patienceMs: 60_000 }, (memoryMb) => {
    if (isOut) throw new Error("EMFILE");
    return new ThreadHandle(memoryMb);
  });
  const double = (value: number) => pool.run({ file: FILE, name: "double", args: [value] }, 5_000);
  await expect(double(1)).rejects.toThrow("EMFILE");
  isOut = false;
  expect(await double(2)).toBe(4);

  // The thread of the first is gone when it ends, and there is none for the second; the third finds one again.
  const first = faultOf(pool.run({ file: FILE, name: "never", args: [] }, 200));
  const second = double(3);
  isOut = true;
  expect(await first).toBe("too_slow");
  await expect(second).rejects.toThrow("EMFILE");
  isOut = false;
  expect(await double(4)).toBe(8);
});

it("T1: a call that cannot be copied fails alone and leaves its thread as it was", async () => {
  const opened: ThreadHandle[] = [];
  const pool = new ThreadPool({ size: 1, memoryMb: 64, queue: 10, patienceMs: 60_000 }, (memoryMb) => {
    const thread = new ThreadHandle(memoryMb);
    opened.push(thread);
    return thread;
  });
  for (let n = 0; n < 3; n++) {
    const call = pool.run({ file: FILE, name: "double", args: [() => n] }, 5_000);
    await expect(call).rejects.toMatchObject({ name: "DataCloneError" });
  }
  expect(opened.map((thread) => thread.listeners)).toEqual([0]);
  expect(await pool.run({ file: FILE, name: "double", args: [2] }, 5_000)).toBe(4);
  expect(opened).toHaveLength(1);
});
