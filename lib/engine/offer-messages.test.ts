import { describe, expect, test } from "vitest";
import type { JsonObject } from "#journey";
import type { Offer } from "./index.ts";
import { chain, DAY, EXIT_STEP, HOUR, idOf, run, START, START_STEP, sketch, wait } from "./testing/build.ts";
import { flow, offer as makeOffer } from "./testing/decisions.ts";

const creative = { contentId: "creative", contentType: "email" };

/** Decides, waits a day, sends the offer, waits for a click, and branches by the outcome. */
function journey(send: JsonObject = {}, contentId?: string) {
  return sketch({
    steps: {
      start: START_STEP,
      ask: { type: "DECIDE", config: { decisionFlowId: "loans", storeResultAs: "loan" } },
      rest: wait("1d"),
      send: {
        type: "CONTENT",
        config: { contentType: "email", resultSource: "loan", ...send },
        ...(contentId === undefined ? {} : { contentId }),
      },
      listen: {
        type: "WAIT_FOR_CONDITION",
        config: { include: [], exclude: [], expression: "outcome in ['click', 'conversion']", timeout: "3d" },
      },
      check: {
        type: "CONDITION",
        config: {
          branches: [
            { key: "converted", label: "Converted", expression: "outcome == 'conversion'" },
            { key: "clicked", label: "Clicked", expression: "outcome == 'click'" },
          ],
        },
      },
      converted: EXIT_STEP,
      clicked: EXIT_STEP,
      quiet: EXIT_STEP,
    },
    links: [
      ...chain("start", "ask", "rest", "send", "listen", "check"),
      { from: "check", to: "converted", branch: "converted" },
      { from: "check", to: "clicked", branch: "clicked" },
      { from: "check", to: "quiet", branch: "default" },
    ],
  });
}

function sent(part: Partial<Offer> = creative, document = journey()) {
  const offers = [makeOffer("gold", { properties: { apr: 3 }, ...part })];
  const simulation = run(document, { decisions: { offers, flows: [flow("loans")] } });
  simulation.track("p", "in");
  simulation.runTo(START + DAY + HOUR);
  const enrollment = simulation.report.enrollments[0];
  const leaving = enrollment?.hops.find(({ from }) => from === idOf("send"));
  return { simulation, enrollment, receipt: leaving?.receipt, request: simulation.report.deliveries[0]?.request };
}

describe("a message that shows a decision's offer", () => {
  test("sends the offer's creative when it has no content, and gives the template the offer", () => {
    const { request } = sent();
    expect(request).toMatchObject({
      contentId: "creative",
      variables: { offer: { key: "gold", name: "gold", properties: { apr: 3 } } },
    });
  });

  test("keeps its own content, and names the step instead of the stored result", () => {
    expect(sent({}, journey({ resultSource: "ask" }, "own")).request).toMatchObject({
      contentId: "own",
      variables: { offer: { key: "gold" } },
    });
  });

  test.each([
    ["no offer was found", { isArchived: true }, "no_offer"],
    ["the offer ended since", { ...creative, endsAt: START + HOUR }, "offer_ended"],
    ["the creative is of another type", { ...creative, contentType: "sms" }, "no_creative"],
    ["the offer has no creative", {}, "no_creative"],
  ] as const)("is skipped with a receipt when %s", (_when, part, skipped) => {
    const { receipt, request, enrollment } = sent(part);
    expect(receipt).toEqual({ skipped, resultSource: "loan" });
    expect(request).toBeUndefined();
    expect(enrollment?.hops.at(-1)?.to).toBe(idOf("listen"));
  });
});

describe("outcome", () => {
  const react = (
    simulation: ReturnType<typeof sent>["simulation"],
    outcome: "impression" | "click" | "dismiss" | "conversion",
    more = {},
  ) => simulation.send("p", { kind: "outcome", outcome, ...more });
  const endOf = ({ report }: ReturnType<typeof sent>["simulation"]) => report.enrollments[0]?.hops.at(-1)?.to;

  test("wakes people who wait for it, and branches read the strongest", () => {
    const { simulation } = sent();
    react(simulation, "impression");
    expect(endOf(simulation)).toBe(idOf("listen"));
    react(simulation, "conversion", { offerId: idOf("offer gold") });
    expect(endOf(simulation)).toBe(idOf("converted"));
  });

  test("a weaker one changes nothing, nor that the message was sent", () => {
    const { simulation, enrollment, request } = sent();
    react(simulation, "dismiss");
    react(simulation, "impression");
    const { enrollmentId = "" } = enrollment ?? {};
    simulation.send("p", {
      kind: "delivery",
      enrollmentId,
      nodeId: idOf("send"),
      visit: request?.visit ?? 0,
      outcome: "sent",
    });
    expect(simulation.view("p").enrollments[0]?.state.outcome).toBe("dismiss");
  });

  test("of another offer or an earlier message does not count", () => {
    const { simulation, request } = sent();
    react(simulation, "click", { offerId: idOf("offer other") });
    react(simulation, "click", { visit: (request?.visit ?? 0) - 1 });
    expect(endOf(simulation)).toBe(idOf("listen"));
    react(simulation, "click", { visit: request?.visit });
    expect(endOf(simulation)).toBe(idOf("clicked"));
  });

  test("is none for people who did nothing", () => {
    const { simulation } = sent();
    simulation.runTo(START + 10 * DAY);
    expect(endOf(simulation)).toBe(idOf("quiet"));
  });

  test("R32: one that comes during a hold is known on resume", () => {
    const { simulation } = sent();
    simulation.pause("hold");
    react(simulation, "click");
    expect(endOf(simulation)).toBe(idOf("listen"));
    simulation.resume();
    expect(endOf(simulation)).toBe(idOf("clicked"));
  });
});
