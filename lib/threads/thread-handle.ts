import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { ThreadError } from "./errors.ts";
import type { FromThread, ThreadCall } from "./messages.ts";

/** Loaded from the checkout, because bundled code has no separate file. */
const SCRIPT = "lib/threads/thread.ts";
/** The time limit for loading the code. */
const START_LIMIT_MS = 30_000;

/** One thread, which takes one call at a time and is ended when a call takes too long. */
export class ThreadHandle {
  readonly #worker: Worker;
  #ended = false;

  constructor(memoryMb: number) {
    this.#worker = new Worker(resolve(/* turbopackIgnore: true */ SCRIPT), {
      // Templates and expressions of users run in it, so it gets no secrets.
      env: { NODE_ENV: "production" },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    this.#worker.on("exit", () => {
      this.#ended = true;
    });
    // Listened to while a call runs; otherwise the `exit` above is enough.
    this.#worker.on("error", () => {});
    this.#worker.unref();
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The number of callers that wait for a message: one while a call runs. */
  get listeners(): number {
    return this.#worker.listenerCount("message");
  }

  /** The answer of a call; throws a `ThreadError` after `limitMs`, which also ends the thread. */
  call(call: ThreadCall, limitMs: number): Promise<unknown> {
    this.#worker.ref();
    return new Promise<unknown>((resolve, reject) => {
      const kill = (error: Error) => {
        finish(() => reject(error));
        this.end();
      };
      const unstarted = new Error(`A thread had not loaded its code after ${START_LIMIT_MS / 1_000} s.`);
      let timer = setTimeout(() => kill(unstarted), START_LIMIT_MS);
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.#worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        this.#worker.unref();
        settle();
      };
      const onMessage = (message: FromThread) => {
        if (message.kind === "started") {
          clearTimeout(timer);
          timer = setTimeout(() => kill(new ThreadError("too_slow", `It took longer than ${limitMs} ms.`)), limitMs);
        } else if (message.kind === "done") finish(() => resolve(message.value));
        else finish(() => reject(Object.assign(new Error(message.error.message), message.error)));
      };
      const onError = (error: unknown) => {
        this.#ended = true;
        finish(() => reject(asThreadError(error)));
      };
      const onExit = () => finish(() => reject(new ThreadError("too_large", "Its thread ended before it did.")));
      this.#worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      try {
        this.#worker.postMessage(call);
      } catch (error) {
        // An argument that cannot be copied never reached the thread, which stays usable.
        finish(() => reject(error));
      }
    });
  }

  end(): void {
    this.#ended = true;
    void this.#worker.terminate();
  }
}

function asThreadError(error: unknown): unknown {
  const outOfMemory = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
  return outOfMemory ? new ThreadError("too_large", "It needed more memory than it may use.") : error;
}
