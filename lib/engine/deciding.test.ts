import { describe, expect, test } from "vitest";
import type { JourneyDocument, JsonObject } from "#journey";
import { sayTransition } from "#words";
import type { Decisions } from "./decisions/types.ts";
import { DECISIONS_FORMAT } from "./index.ts";
import type { Simulation } from "./simulate/index.ts";
import { chain, DAY, EXIT_STEP, idOf, programOf, run, START, START_STEP, sketch, wait } from "./testing/build.ts";
import { flow, offer } from "./testing/decisions.ts";

/** A journey that decides and ends by whether there is an offer. */
const journey = (config: JsonObject = {}, settings: JsonObject = { reEntry: "every" }): JourneyDocument =>
  sketch({
    steps: {
      start: START_STEP,
      ask: { type: "DECIDE", config: { decisionFlowId: "loans", ...config } },
      yes: EXIT_STEP,
      no: EXIT_STEP,
    },
    links: [
      ...chain("start", "ask"),
      { from: "ask", to: "yes", branch: "offer" },
      { from: "ask", to: "no", branch: "none" },
    ],
    settings,
  });

function decided(decisions: Decisions, traits: JsonObject = {}, document = journey()): Simulation {
  const simulation = run(document, { decisions, newPerson: () => ({ traits }) });
  simulation.track("p", "in");
  return simulation;
}

const receiptOf = ({ report }: Simulation, at = -1) => report.enrollments.at(at)?.hops.at(-1)?.receipt ?? {};
const decisionOf = (simulation: Simulation) => receiptOf(simulation).decision as JsonObject;
const listed = (simulation: Simulation) => decisionOf(simulation).offers as JsonObject[];
const endOf = ({ report }: Simulation, at = -1) => report.enrollments.at(at)?.hops.at(-1)?.to;

describe("filter", () => {
  test("leaves out what is archived, not yet or no longer open, of another channel or not for the person", () => {
    const offers = [
      offer("old", { isArchived: true }),
      offer("later", { startsAt: START + 1 }),
      offer("over", { endsAt: START }),
      offer("letter", { channel: "sms" }),
      offer("rich", { rules: { all: [{ field: "traits.income", op: "gte", value: 100 }] } }),
      offer("local", { expression: "traits.country == 'NO'" }),
      offer("open", { startsAt: START, endsAt: START + 1, channel: "email" }),
      offer("anyhow"),
    ];
    const simulation = decided({ offers, flows: [flow("loans", { channel: "email" })] }, { income: 50, country: "SE" });
    expect(decisionOf(simulation)).toMatchObject({
      considered: 8,
      filtered: 6,
      scored: 2,
      reasons: { archived: 1, not_started: 1, ended: 1, channel: 1, rule: 2 },
    });
    expect(listed(simulation)).toContainEqual({
      offer: "rich",
      name: "rich",
      why: "rule",
      seen: { "traits.income": 50 },
    });
    expect(listed(simulation)[0]).toMatchObject({ picked: true });
    expect(endOf(simulation)).toBe(idOf("yes"));
  });

  test("a flow that is not for the person, or archived, offers nothing and says so", () => {
    const rules = { all: [{ field: "traits.vip", op: "eq", value: true }] };
    for (const [part, closed] of [
      [{ rules }, "flow_rule"],
      [{ isArchived: true }, "flow_archived"],
    ] as const) {
      const simulation = decided({ offers: [offer("a")], flows: [flow("loans", part)] }, { vip: false });
      expect(decisionOf(simulation)).toMatchObject({ closed });
      expect(endOf(simulation)).toBe(idOf("no"));
    }
  });

  test("only the offers that a flow names are considered", () => {
    const offers = [offer("a", { priority: 9 }), offer("b")];
    const simulation = decided({ offers, flows: [flow("loans", { offerIds: [idOf("offer b")] })] });
    expect(decisionOf(simulation)).toMatchObject({ considered: 1 });
    expect(listed(simulation)[0]).toMatchObject({ offer: "b", picked: true });
  });

  test("an expression that fails is false, and the receipt says why", () => {
    const simulation = decided({ offers: [offer("a", { expression: "traits.no.such > 1" })], flows: [flow("loans")] });
    expect(listed(simulation)[0]).toMatchObject({ why: "rule", errors: [expect.stringContaining("No such key")] });
  });
});

describe("score and pick", () => {
  test("the priority decides without scores, then an offer's score, else the flow's, which may read the offer", () => {
    const offers = [offer("low", { priority: 1, properties: { margin: 9 } }), offer("high", { priority: 2 })];
    const picked = (part: JsonObject, given = offers) =>
      listed(decided({ offers: given, flows: [flow("loans", part)] }, { income: 300 }))[0];
    expect(picked({})).toMatchObject({ offer: "high", score: 2 });
    expect(picked({ score: "double(offer.properties.?margin.orValue(0)) * 2.0" })).toMatchObject({
      offer: "low",
      score: 18,
    });
    const own = [...offers, offer("own", { score: "traits.income / 10" })];
    expect(picked({ score: "1" }, own)).toMatchObject({ offer: "own", score: 30 });
  });

  test("at most as many offers as the step and the flow allow, best first, are stored under the given name", () => {
    const offers = ["a", "b", "c", "d"].map((name, index) => offer(name, { priority: index }));
    const document = sketch({
      steps: {
        start: START_STEP,
        ask: { type: "DECIDE", config: { decisionFlowId: 7, maxOffers: 3, storeResultAs: "loan" } },
        check: {
          type: "CONDITION",
          config: { expression: "context.loan.offer.key == 'd' && size(context.loan.offers) == 2" },
        },
        yes: EXIT_STEP,
        no: EXIT_STEP,
      },
      links: [
        ...chain("start", "ask", "check"),
        { from: "check", to: "yes", branch: "TRUE" },
        { from: "check", to: "no", branch: "FALSE" },
      ],
    });
    const simulation = decided({ offers, flows: [flow("loans", { number: 7, maxOffers: 2 })] }, {}, document);
    expect(endOf(simulation)).toBe(idOf("yes"));
  });

  test("equal offers are drawn by person and enrollment, the same whenever it is computed again", () => {
    const decisions = { offers: ["a", "b"].map((name) => offer(name)), flows: [flow("loans")] };
    const drawn = (person: string) => {
      const simulation = run(journey(), { decisions });
      simulation.track(person, "in");
      return String(listed(simulation)[0]?.offer);
    };
    const people = Array.from({ length: 60 }, (_, number) => `p${number}`);
    const first = people.map(drawn);
    expect(people.map(drawn)).toEqual(first);
    expect(first.filter((key) => key === "a").length).toBeGreaterThan(15);
    expect(first.filter((key) => key === "b").length).toBeGreaterThan(15);
  });

  test("a score without a value fails the step and names the offer", () => {
    const simulation = decided({ offers: [offer("a", { score: "traits.income / 2" })], flows: [flow("loans")] });
    expect(simulation.report.enrollments[0]).toMatchObject({ status: "failed", exitReason: "step_failed" });
    expect(receiptOf(simulation).error).toMatch(/score of the offer “a” cannot be computed: No such key/);
  });

  test("a flow that was deleted fails the step", () => {
    expect(receiptOf(decided({ offers: [], flows: [flow("other")] })).error).toBe("There is no decision flow “loans”.");
  });

  test("a receipt lists twenty offers, the picked and best ones first, and counts all", () => {
    const offers = Array.from({ length: 50 }, (_, number) => offer(`o${number}`, { priority: number }));
    const simulation = decided({ offers, flows: [flow("loans")] });
    expect(listed(simulation).map(({ offer: key }) => key)).toEqual(
      Array.from({ length: 20 }, (_, number) => `o${49 - number}`),
    );
    expect(decisionOf(simulation)).toMatchObject({ considered: 50, scored: 50 });
  });
});

describe("contact policy", () => {
  test("an offer's cap holds it back once the person had it so often in the days before", () => {
    const decisions = { offers: [offer("a", { caps: [{ max: 2, days: 7 }] })], flows: [flow("loans")] };
    const simulation = decided(decisions);
    simulation.track("p", "in");
    simulation.track("p", "in");
    expect(simulation.report.enrollments.map((_, at) => endOf(simulation, at))).toEqual([
      idOf("yes"),
      idOf("yes"),
      idOf("no"),
    ]);
    expect(listed(simulation)).toEqual([{ offer: "a", name: "a", why: "offer_cap" }]);
    simulation.runTo(START + 7 * DAY + 1);
    simulation.track("p", "in");
    expect(endOf(simulation)).toBe(idOf("yes"));
  });

  test("a flow's cap counts all of its offers, and leaves room for fewer than were asked for", () => {
    const offers = ["a", "b", "c"].map((name) => offer(name));
    const decisions = { offers, flows: [flow("loans", { caps: [{ max: 3, days: 1 }] })] };
    const simulation = decided(decisions, {}, journey({ maxOffers: 2 }));
    simulation.track("p", "in");
    simulation.track("p", "in");
    const picks = simulation.report.enrollments.map(({ hops }) => {
      const { offers: shown = [] } = (hops.at(-1)?.receipt.decision ?? {}) as { offers?: JsonObject[] };
      return shown.filter(({ picked }) => picked === true).length;
    });
    expect(picks).toEqual([2, 1, 0]);
    expect(decisionOf(simulation)).toMatchObject({ closed: "flow_cap" });
  });

  test("an outcome suppresses its offer for the days that the flow sets", () => {
    const suppress = [{ outcomes: ["conversion" as const], days: 30 }];
    const decisions = { offers: [offer("a", { priority: 1 }), offer("b")], flows: [flow("loans", { suppress })] };
    const simulation = decided(decisions);
    const enrollmentId = simulation.report.enrollments[0]?.enrollmentId ?? "";
    simulation.send("p", { kind: "outcome", outcome: "click", offerId: idOf("offer a"), enrollmentId });
    simulation.track("p", "in");
    expect(listed(simulation)[0]).toMatchObject({ offer: "a", picked: true });
    simulation.send("p", { kind: "outcome", outcome: "conversion", offerId: idOf("offer a"), enrollmentId });
    simulation.track("p", "in");
    expect(listed(simulation)).toMatchObject([
      { offer: "b", picked: true },
      { offer: "a", why: "outcome" },
    ]);
    simulation.runTo(START + 31 * DAY);
    simulation.track("p", "in");
    expect(listed(simulation)[0]).toMatchObject({ offer: "a", picked: true });
  });
});

describe("sampling", () => {
  const learned = (shown: number, conversions: number) => ({ learned: { shown, clicks: 0, conversions } });

  test("picks by a drawn rate: mostly the better offer, sometimes one of which less is known, and says when", () => {
    const offers = [offer("good", learned(400, 40)), offer("bad", learned(400, 12)), offer("new", learned(5, 0))];
    const decisions = { offers, flows: [flow("loans", { sampling: "conversion" })] };
    const counts: Record<string, number> = {};
    const explored = new Set<unknown>();
    for (let person = 0; person < 400; person += 1) {
      const simulation = run(journey(), { decisions });
      simulation.track(`p${person}`, "in");
      const [first] = listed(simulation);
      counts[String(first?.offer)] = (counts[String(first?.offer)] ?? 0) + 1;
      if (first?.explored === true) explored.add(first.offer);
    }
    expect(counts.bad ?? 0).toBeLessThan(4);
    expect(counts.good).toBeGreaterThan(120);
    expect(counts.new).toBeGreaterThan(60);
    // The mean of the unknown offer is higher than the known rate, so picking the known one is the exploration.
    expect([...explored]).toEqual(["good"]);
  });

  test("a score weighs the drawn rate", () => {
    const offers = [
      offer("cheap", { ...learned(2_000, 200), score: "1" }),
      offer("dear", { ...learned(2_000, 100), score: "100" }),
    ];
    const simulation = decided({ offers, flows: [flow("loans", { sampling: "conversion" })] });
    expect(listed(simulation)[0]).toMatchObject({ offer: "dear", picked: true });
    expect(Number(listed(simulation)[0]?.drawn)).toBeCloseTo(0.05, 1);
  });
});

describe("pauses and versions", () => {
  test("R33: while a journey queues, people wait at the step and are decided on resume", () => {
    const decisions = { offers: [offer("a")], flows: [flow("loans")] };
    const document = sketch({
      steps: {
        start: START_STEP,
        rest: wait("1h"),
        ask: { type: "DECIDE", config: { decisionFlowId: "loans" } },
        end: EXIT_STEP,
      },
      links: chain("start", "rest", "ask", "end"),
    });
    const simulation = run(document, { decisions });
    simulation.track("p", "in");
    simulation.pause("queue");
    simulation.runTo(START + DAY);
    expect(endOf(simulation)).toBe(idOf("ask"));
    expect(simulation.report.enrollments[0]?.status).toBe("active");
    simulation.change("p", { addTags: ["seen"] });
    expect(simulation.report.enrollments[0]?.status).toBe("active");
    simulation.resume();
    expect(endOf(simulation)).toBe(idOf("end"));
    expect(receiptOf(simulation)).toMatchObject({ result: "offer" });
  });

  test("R16: only versions that decide need the format that can", () => {
    expect(programOf(journey()).format).toBe(DECISIONS_FORMAT);
    expect(
      programOf(sketch({ steps: { start: START_STEP, end: EXIT_STEP }, links: chain("start", "end") })).format,
    ).toBe(1);
  });
});

test("one sentence says what a decision picked and among how many", () => {
  const offers = [offer("gold", { priority: 3 }), offer("old", { isArchived: true })];
  const simulation = decided({ offers, flows: [flow("loans")] });
  const { cause = "", receipt = {} } = simulation.report.enrollments[0]?.hops.at(-1) ?? {};
  const named = {
    cause,
    receipt,
    from: { name: "ask", type: "DECIDE" as const },
    to: { name: "yes", type: "EXIT" as const },
  };
  expect(sayTransition(named)).toBe(
    "The decision flow “loans” picked “gold” (score 3) among 2, 1 not for this person, continued to “yes”.",
  );
});
