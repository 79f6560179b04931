import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import type { FromThread, ThreadCall } from "./messages.ts";

/** The code of a thread: one call of a function of a task file at a time, until the thread is ended from outside. */
async function answer({ file, name, args }: ThreadCall): Promise<FromThread> {
  try {
    const tasks = (await import(pathToFileURL(resolve(file)).href)) as Record<string, (...args: unknown[]) => unknown>;
    const task = tasks[name];
    if (!task) throw new Error(`There is no task ${name} in ${file}`);
    // Loading code does not count as the task's time.
    parentPort?.postMessage({ kind: "started" } satisfies FromThread);
    return { kind: "done", value: await task(...args) };
  } catch (error) {
    const { name: type, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: "failed", error: { name: type, message, stack: stack ?? message } };
  }
}

parentPort?.on("message", async (call: ThreadCall) => {
  const reply = await answer(call);
  try {
    parentPort?.postMessage(reply);
  } catch (error) {
    const message = `The answer of ${call.name} cannot leave its thread: ${(error as Error).message}`;
    parentPort?.postMessage({ kind: "failed", error: { name: "Error", message, stack: message } } satisfies FromThread);
  }
});
