import type { MessageQueue } from "./queue.ts";

type Leaving = { readonly queue: MessageQueue; readonly exitTimeoutMs: number };

/** After a signal less time is left: the sender will not wait long. */
const SIGNAL_TIMEOUT_MS = 5_000;
const SIGNALS = ["SIGTERM", "SIGINT"] as const;

const open = new Set<Leaving>();

/** Sends what waits before the process ends by itself or by a signal. The returned function takes that back. */
export function flushBeforeExit(queue: MessageQueue, exitTimeoutMs: number): () => void {
  const leaving = { queue, exitTimeoutMs };
  if (open.size === 0) listen("on");
  open.add(leaving);
  return () => {
    if (open.delete(leaving) && open.size === 0) listen("off");
  };
}

function listen(verb: "on" | "off"): void {
  process[verb]("beforeExit", drainAll);
  process[verb]("exit", warn);
  for (const signal of SIGNALS) process[verb](signal, endBySignal);
}

/** The process has nothing else to do: it goes on until everything is sent, or its time is over. */
function drainAll(): void {
  for (const { queue, exitTimeoutMs } of open) if (queue.size > 0) void drainOrStop(queue, exitTimeoutMs);
}

/** Sends what waits; what could not be sent within the time is reported as unsent. */
export async function drainOrStop(queue: MessageQueue, timeoutMs: number): Promise<void> {
  const timer = setTimeout(() => queue.stop(), timeoutMs);
  await queue.drain();
  clearTimeout(timer);
}

let isEnding = false;

/** With a listener of the application beside ours, ending is its business: it closes the client. */
function endBySignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  if (isEnding) {
    endNow(signal);
    return;
  }
  isEnding = true;
  const drained = [...open].map(({ queue, exitTimeoutMs }) =>
    drainOrStop(queue, Math.min(exitTimeoutMs, SIGNAL_TIMEOUT_MS)),
  );
  void Promise.all(drained).then(() => endNow(signal));
}

function endNow(signal: NodeJS.Signals): void {
  for (const name of SIGNALS) process.off(name, endBySignal);
  process.kill(process.pid, signal);
}

function warn(): void {
  const count = [...open].reduce((sum, { queue }) => sum + queue.size, 0);
  if (count === 0) return;
  process.stderr.write(`sojourn: ${count} messages were not sent: await close() before process.exit()\n`);
}
