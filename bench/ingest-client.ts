import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** Posts events from its own thread, with this many parallel requests over persistent connections. */
export type ClientOrder = {
  readonly port: number;
  readonly key: string;
  readonly requests: number;
  /** Events in a request; 1 goes to `/api/track`. */
  readonly size: number;
  readonly atOnce: number;
  readonly people: number;
  /** Makes the message ids of one call differ from another's. */
  readonly name: string;
};

/** Seconds until the last of the requests was answered, and the processor time of the client's thread in seconds. */
export type ClientResult = { readonly seconds: number; readonly processor: number };

const { port, key, requests, size, atOnce, people, name } = workerData as ClientOrder;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };

const eventOf = (number: number) => ({
  type: "track",
  userId: `u${(number * 7_919) % people}`,
  event: "in",
  messageId: `${name}-${number}`,
  properties: { plan: "pro", source: "ads", amount: number },
});

function post(number: number): Promise<void> {
  const from = number * size;
  const events = Array.from({ length: size }, (_, index) => eventOf(from + index));
  const body = JSON.stringify(size === 1 ? events[0] : { batch: events });
  const path = size === 1 ? "/api/track" : "/api/batch";
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", method: "POST", path, agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => (answer.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${answer.statusCode}`))));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

let next = 0;
const started = performance.now();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (next < requests) await post(next++);
  }),
);
const { user, system } = process.threadCpuUsage();
const result: ClientResult = {
  seconds: (performance.now() - started) / 1_000,
  processor: (user + system) / 1_000_000,
};
parentPort?.postMessage(result);
agent.destroy();
