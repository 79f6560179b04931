import { afterEach, expect, it } from "vitest";
import { startWebServer, type WebServer } from "#channels/testing";
import type { SojournLoss } from "./errors.ts";
import type { Retry } from "./queue.ts";
import { Sojourn, type SojournOptions } from "./sojourn.ts";
import { VirtualClock } from "./testing/virtual-clock.ts";

type WebAnswer = NonNullable<ReturnType<Parameters<typeof startWebServer>[0]>>;
type Sent = { userId: string; messageId: string };

let server: WebServer | undefined;
afterEach(() => server?.close());

const accepted = (sent: readonly Sent[]): WebAnswer => ({
  status: 200,
  body: { data: { results: sent.map(() => ({ status: "accepted" })) } },
});
const problem = (status: number, code: string, headers = {}): WebAnswer => ({
  status,
  body: { type: `urn:sojourn:problem:${code}`, status, code, detail: code, errors: [] },
  headers: { "content-type": "application/problem+json", ...headers },
});

/** A client of a server that answers each request as told; `null` cuts the connection. */
async function open(answer: (sent: readonly Sent[], nth: number) => WebAnswer | null, options: SojournOptions = {}) {
  const batches: (readonly Sent[])[] = [];
  server = await startWebServer(({ body }, nth) => {
    const sent: Sent[] = JSON.parse(body).batch;
    batches.push(sent);
    return answer(sent, nth);
  });
  const clock = new VirtualClock();
  const lost: SojournLoss[] = [];
  const retries: Retry[] = [];
  // After a failure the next attempt comes at once, on the clock.
  const onRetry = (retry: Retry) => {
    retries.push(retry);
    setImmediate(() => clock.advance(retry.waitMs));
  };
  const client = new Sojourn({
    url: server.url,
    secretKey: "sk_test",
    clock,
    flushOnExit: false,
    onError: (loss) => lost.push(loss),
    onRetry,
    ...options,
  });
  const track = (...people: string[]) => people.map((userId) => client.track(userId, "seen"));
  const people = () => batches.map((sent) => sent.map(({ userId }) => userId).join(" "));
  return { client, clock, track, lost, retries, batches, people };
}

it("sends what was gathered in the interval in one request, in order", async () => {
  const { client, clock, track, people } = await open(accepted);
  track("a", "b", "c");
  expect(people()).toEqual([]);
  clock.advance(1_000);
  await client.flush();
  expect(people()).toEqual(["a b c"]);
});

it("sends a full batch without waiting, and never more than that in a request", async () => {
  const { client, track, people } = await open(accepted, { flushAt: 2 });
  track("a", "b", "c", "d", "e");
  await client.flush();
  expect(people()).toEqual(["a b", "c d", "e"]);
});

it("waits as long as the server asks, and sends the same messages with the same ids", async () => {
  const { client, track, batches, retries } = await open((sent, nth) =>
    nth === 1 ? problem(429, "too_many_requests", { "retry-after": "7" }) : accepted(sent),
  );
  track("a", "b");
  await client.flush();
  expect(retries).toMatchObject([{ waitMs: 7_000, attempt: 1, queued: 2 }]);
  expect(batches[1]).toEqual(batches[0]);
});

it("waits longer from failure to failure, up to the limit", async () => {
  const { client, track, retries } = await open((sent, nth) => (nth < 8 ? null : accepted(sent)), {
    maxRetryMs: 5_000,
  });
  track("a");
  await client.flush();
  expect(retries.map(({ waitMs }) => waitMs)).toEqual([375, 750, 1_500, 3_000, 3_750, 3_750, 3_750]);
});

it.each([
  ["a proxy's page", { status: 404, body: "<h1>default backend</h1>" }],
  ["a page that says 200", { status: 200, body: "<h1>Back soon</h1>" }],
  ["a refusal that is not Sojourn's", { status: 403, body: { message: "no" } }],
  ["an error of the server", problem(500, "internal")],
  ["a redirect", { status: 301, headers: { location: "https://elsewhere.example/" } }],
])("loses nothing to %s in front of a server that is away", async (_name, answer) => {
  const { client, track, people, lost } = await open((sent, nth) => (nth === 1 ? answer : accepted(sent)));
  track("a", "b");
  await client.flush();
  expect(people()).toEqual(["a b", "a b"]);
  expect(lost).toEqual([]);
});

it("reports the messages that the server refuses, and the others are stored", async () => {
  const errors = [{ pointer: "/batch/1/event", field: "event", message: "is too long" }];
  const { client, track, lost } = await open((sent) => ({
    status: 200,
    body: {
      data: { results: sent.map((_, at) => (at === 1 ? { status: "refused", errors } : { status: "duplicate" })) },
    },
  }));
  track("a", "b", "c");
  await client.flush();
  expect(lost).toMatchObject([{ reason: "refused", messages: [{ message: { userId: "b" }, errors }] }]);
});

it("finds the message for which a whole request is refused, and sends the others in order", async () => {
  const { client, track, lost, people } = await open((sent) =>
    sent.some(({ userId }) => userId === "f") ? problem(422, "unprocessable") : accepted(sent),
  );
  track(..."abcdefgh");
  await client.flush();
  const stored = people().filter((sent) => !sent.includes("f"));
  expect(stored.join(" ")).toBe("a b c d e g h");
  expect(lost).toMatchObject([{ reason: "refused", messages: [{ message: { userId: "f" } }] }]);
});

it("gives up at once with a key that is not known, and says so", async () => {
  const { client, track, lost, people } = await open(() => problem(401, "unauthorized"));
  track("a", "b");
  await client.flush();
  expect(people()).toEqual(["a b"]);
  expect(lost).toMatchObject([{ reason: "refused", cause: { status: 401 }, messages: [{}, {}] }]);
});

it("refuses what finds no room, and keeps what it has", async () => {
  const { client, track, lost, people } = await open(accepted, { maxQueued: 2 });
  expect(track("a", "b", "c")).toEqual([true, true, false]);
  expect(lost).toMatchObject([{ reason: "full", messages: [{ message: { userId: "c" } }] }]);
  await client.flush();
  expect(people()).toEqual(["a b"]);
  expect(track("d")).toEqual([true]);
});

it("counts bytes as well as messages", async () => {
  const { client, lost } = await open(accepted, { maxQueuedBytes: 1_000 });
  const note = "é".repeat(300);
  expect(client.track("a", "seen", { note })).toBe(true);
  expect(client.track("b", "seen", { note })).toBe(false);
  expect(lost).toMatchObject([{ reason: "full" }]);
});

it("makes requests that the server takes of messages that are large together", async () => {
  const { client, track, people } = await open(accepted);
  for (const userId of ["a", "b", "c"]) client.track(userId, "seen", { note: "x".repeat(400_000) });
  track("d");
  await client.flush();
  expect(people()).toEqual(["a b", "c d"]);
});

it("ends an attempt that is not answered in time, and tries again", async () => {
  const { client, clock, track, people, retries } = await open(accepted, {
    fetch: async (input, init) => {
      if (retries.length > 0) return fetch(input, init);
      setImmediate(() => clock.advance(15_000));
      return new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
    },
  });
  track("a");
  await client.flush();
  expect(people()).toEqual(["a"]);
  expect(retries[0]?.error.message).toContain("there was no answer within 15000 ms");
});

it("reports what is still there when it is closed while the server is away, and takes nothing more", async () => {
  const { client, track, lost } = await open(() => null, { onRetry: () => {} });
  track("a");
  await client.close({ timeoutMs: 50 });
  expect(lost).toMatchObject([{ reason: "unsent", messages: [{ message: { userId: "a" } }] }]);
  expect(track("b")).toEqual([false]);
  expect(lost[1]).toMatchObject({ reason: "closed" });
});

it("keeps sending when the application's own function throws", async () => {
  const { client, track, people } = await open((sent, nth) => (nth === 1 ? problem(401, "x") : accepted(sent)), {
    onError: () => {
      throw new Error("in the application");
    },
  });
  const warned = new Promise<Error>((resolve) => process.once("warning", resolve));
  track("a");
  await client.flush();
  track("b");
  await client.flush();
  expect(people()).toEqual(["a", "b"]);
  expect((await warned).message).toBe("in the application");
});
