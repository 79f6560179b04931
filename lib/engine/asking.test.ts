import { describe, expect, test } from "vitest";
import type { JsonObject } from "#journey";
import { sayTransition } from "#words";
import { samplePerson, testRun } from "./simulate/index.ts";
import { chain, EXIT_STEP, idOf, MINUTE, programOf, run, START, START_STEP, sketch, wait } from "./testing/build.ts";

const CONFIG = {
  url: "https://example.com/plans/{{ person.externalId }}",
  storeAs: "plan",
  map: { name: "plan.name", price: "plan.prices[0].cents", missing: "plan.nothing" },
  fallback: { name: "free", price: 0 },
  branches: [{ key: "dear", label: "Dear", expression: "context.plan.price > 1000" }],
};

const journey = (config: JsonObject = {}) =>
  sketch({
    steps: {
      start: START_STEP,
      ask: { type: "LIVE_DATA", config: { ...CONFIG, ...config } },
      dear: EXIT_STEP,
      other: EXIT_STEP,
      told: { type: "CONDITION", config: { expression: 'context.plan.name == "free"' } },
      fallback: EXIT_STEP,
      lost: EXIT_STEP,
    },
    links: [
      ...chain("start", "ask"),
      { from: "ask", to: "dear", branch: "dear" },
      { from: "ask", to: "other", branch: "next" },
      { from: "ask", to: "told", branch: "failed" },
      { from: "told", to: "fallback", branch: "TRUE" },
      { from: "told", to: "lost", branch: "FALSE" },
    ],
  });

type Answer = {
  readonly outcome: string;
  readonly response?: { status: number; body?: unknown };
  readonly error?: string;
};

function ask(answer: Answer | null, config: JsonObject = {}, pause: "hold" | null = null) {
  const simulation = run(journey(config));
  simulation.track("p", "in");
  const { request, releasedAt } = simulation.report.deliveries[0] ?? {};
  if (pause === "hold") simulation.pause("hold");
  const { enrollmentId = "", visit = 0 } = request ?? {};
  const [first] = simulation.report.enrollments;
  if (answer !== null) simulation.send("p", { kind: "delivery", enrollmentId, nodeId: idOf("ask"), visit, ...answer });
  else simulation.runTo(START + 2 * MINUTE);
  if (pause !== null) simulation.resume();
  const hop = simulation.report.enrollments[0]?.hops.find(({ from }) => from === idOf("ask"));
  const end = simulation.report.enrollments[0]?.hops.at(-1)?.to ?? null;
  return { request, releasedAt, first, hop, end };
}

const plan = (cents: number) => ({ status: 200, body: { plan: { name: "pro", prices: [{ cents }] } } });

describe("a live-data step", () => {
  test("queues one call that carries its own words, and no content", () => {
    const { request } = ask({ outcome: "sent", response: plan(1) });
    expect(request).toMatchObject({
      contentType: "webhook",
      contentId: "",
      config: { liveData: { url: CONFIG.url }, expiresAfter: "1m" },
    });
  });

  test("keeps what the paths pick, and branches on it", () => {
    expect(ask({ outcome: "sent", response: plan(2_000) }).end).toBe(idOf("dear"));
    const { end, hop } = ask({ outcome: "sent", response: plan(900) });
    expect(end).toBe(idOf("other"));
    expect(hop?.receipt).toMatchObject({ outcome: "answered", status: 200, missing: ["missing"] });
  });

  test.each([
    ["an answer without the values", { outcome: "sent", response: { status: 200, body: "no" } }, "other"],
    ["a failure", { outcome: "failed", response: { status: 500 }, error: "The endpoint answered 500." }, "fallback"],
    ["a call that was skipped", { outcome: "skipped" }, "fallback"],
    ["no answer in time", null, "fallback"],
    ["an answer that is too large", { outcome: "sent", response: plan(1), big: true }, "fallback"],
  ] as const)("after %s has its fall-back values", (_, answer, end) => {
    const big = { status: 200, body: { plan: { name: "x".repeat(70_000) } } };
    const given = answer !== null && "big" in answer ? { outcome: "sent", response: big } : answer;
    expect(ask(given).end).toBe(idOf(end));
  });

  test("keeps the whole answer without paths", () => {
    const whole = { map: undefined, branches: [{ key: "dear", expression: "context.plan.vip" }] };
    expect(ask({ outcome: "sent", response: { status: 200, body: { vip: true } } }, whole).end).toBe(idOf("dear"));
  });

  test("R32 R33 during a pause the call is set aside, or its answer kept", () => {
    const waiting = run(
      sketch({
        steps: { start: START_STEP, w: wait("1m"), ask: { type: "LIVE_DATA", config: CONFIG }, end: EXIT_STEP },
        links: chain("start", "w", "ask", "end"),
      }),
    );
    waiting.track("p", "in");
    waiting.pause("queue");
    waiting.runTo(START + 2 * MINUTE);
    expect(waiting.report.deliveries).toMatchObject([{ status: "held", releasedAt: null }]);
    waiting.resume();
    expect(waiting.report.deliveries).toMatchObject([{ status: "released" }]);
    expect(ask({ outcome: "sent", response: plan(2_000) }, {}, "hold").end).toBe(idOf("dear"));
  });

  test("an answer to an earlier visit moves nobody", () => {
    const simulation = run(journey());
    simulation.track("p", "in");
    const { enrollmentId = "" } = simulation.report.enrollments[0] ?? {};
    simulation.send("p", { kind: "delivery", enrollmentId, nodeId: idOf("ask"), visit: 9, outcome: "sent" });
    expect(simulation.report.enrollments[0]?.status).toBe("active");
  });

  test("is said on the timeline", () => {
    const say = ({ hop }: ReturnType<typeof ask>) =>
      hop && sayTransition({ ...hop, from: { name: "ask", type: "LIVE_DATA" }, to: { name: "other", type: "EXIT" } });
    expect(say(ask({ outcome: "sent", response: plan(900) }))).toBe(
      "“ask” was answered, without missing (context.plan.price is 900), continued to “other”.",
    );
    expect(say(ask({ outcome: "failed", error: "It is down" }))).toBe(
      "“ask” got no answer (It is down), so its fall-back values hold, continued to “other”.",
    );
    expect(say(ask(null))).toBe("No answer came in time at “ask”, continued to “other”.");
  });
});

describe("a test run", () => {
  const tried = (config: JsonObject) => {
    return testRun(programOf(journey(config)), samplePerson(START, {}), { now: START, workspaceTimezone: "UTC" });
  };

  test.each([
    ["the sample is the answer", { sample: plan(5_000).body }, "dear", "its sample is the answer"],
    ["without one the fall-back values hold", {}, "fallback", "its fall-back values hold"],
  ])("calls nothing: %s", (_, config, end, words) => {
    const { steps, deliveries } = tried(config);
    expect(deliveries).toEqual([]);
    expect(steps.at(-1)?.fromNodeId ?? steps.at(-1)?.toNodeId).toBeDefined();
    expect(steps.map(({ toNodeId }) => toNodeId)).toContain(idOf(end));
    expect(steps.map(({ sentence }) => sentence).join(" ")).toContain(words);
  });
});
