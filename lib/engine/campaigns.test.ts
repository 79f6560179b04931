import { describe, expect, test } from "vitest";
import type { JourneyDocument } from "#journey";
import type { AdvanceInput, CampaignDefinition, JourneyState } from "./advance-input.ts";
import { advance, compile } from "./index.ts";
import { chain, EXIT_STEP, idOf, programOf, START, START_STEP, sketch } from "./testing/build.ts";

const offer: CampaignDefinition = {
  id: idOf("offer"),
  key: "offer",
  number: 55,
  name: "Offer",
  contentId: idOf("mail"),
};

const clones = (...campaigns: (string | number)[]): JourneyDocument =>
  sketch({
    steps: {
      start: START_STEP,
      clone: {
        type: "ACTION",
        config: { operations: campaigns.map((campaign) => ({ type: "create_campaign", campaign })) },
      },
      exit: EXIT_STEP,
    },
    links: chain("start", "clone", "exit"),
    settings: { reEntry: "every" },
  });

const person = {
  id: idOf("ada"),
  externalId: "ada",
  anonymousId: null,
  traits: {},
  tags: [],
  stage: null,
  segments: [],
  lastEnteredAt: null,
  createdAt: START,
};

function entering(document: JourneyDocument, state: Partial<JourneyState> = {}, queued: AdvanceInput["queued"] = []) {
  const program = programOf(document);
  const { journeyId, versionId } = program;
  const journey: JourneyState = {
    id: journeyId,
    number: 1,
    status: "published",
    pauseMode: null,
    pauses: [],
    onResume: "fire",
    epoch: 1,
    entryVersionId: versionId,
    ...state,
  };
  const event = { id: idOf("in"), name: "app.in", properties: {}, timestamp: START, receivedAt: START };
  return advance({
    now: START + 1,
    horizon: null,
    person,
    enrollments: [],
    past: [],
    queued,
    events: [],
    signals: [{ kind: "event", id: idOf("in"), at: START, event }],
    snapshot: {
      workspace: { id: idOf("w"), name: "Test", timezone: "UTC", tooOldMs: Number.POSITIVE_INFINITY },
      journeys: new Map([[journeyId, journey]]),
      programs: new Map([[versionId, program]]),
      campaigns: new Map([[offer.id, offer]]),
    },
  });
}

describe("create_campaign", () => {
  test("clones the campaign for the person and starts it, by id, key or number", () => {
    const { campaigns, emitted } = entering(clones(offer.id, "offer", 55));
    expect(campaigns).toHaveLength(3);
    expect(new Set(campaigns.map(({ id }) => id)).size).toBe(3);
    expect(campaigns[0]).toMatchObject({ templateId: offer.id, name: "Offer", contentId: offer.contentId, at: START });
    expect(emitted.map(({ name }) => name)).toEqual(Array(3).fill("campaign.private.started"));
    expect(emitted[0]?.properties).toMatchObject({
      campaignId: campaigns[0]?.id,
      templateNumber: 55,
      contentId: offer.contentId,
    });
  });

  test("passes over a campaign that does not exist, and the receipt says so", () => {
    const { campaigns, ended, history } = entering(clones(7));
    expect(campaigns).toEqual([]);
    expect(ended).toMatchObject([{ status: "completed" }]);
    expect(history[0]?.hops.map(({ receipt }) => receipt.unknown)).toContainEqual(["campaign 7"]);
  });

  test("R33 waits for the end of a pause that queues, and starts then", () => {
    const program = programOf(clones(55));
    const pauses = [{ mode: "queue" as const, from: START - 10, to: null }];
    const effect = { type: "campaign" as const, campaign: offer.id };
    const base = {
      id: idOf("q"),
      journeyId: program.journeyId,
      enrollmentId: idOf("e"),
      epoch: 1,
      at: START - 5,
      effect,
    };
    const held = entering(clones(55), { status: "paused", pauseMode: "queue", pauses }, [base]);
    expect(held.campaigns).toEqual([]);
    const resumed = entering(clones(), {}, [base]);
    expect(resumed.campaigns).toMatchObject([{ templateId: offer.id, enrollmentId: idOf("e") }]);
    expect(resumed.queuedRemoved).toEqual([idOf("q")]);
  });

  test("R16 workers of an earlier release leave such versions alone", () => {
    const ids = { versionId: idOf("v"), journeyId: idOf("j") };
    expect(compile(clones(55), ids).format).toBe(3);
    const asks = (config: object) =>
      sketch({
        steps: { start: START_STEP, ask: { type: "CONDITION", config: { ...config } } },
        links: chain("start", "ask"),
      });
    expect(compile(asks({ expression: "account.tier == 'gold'" }), ids).format).toBe(3);
    expect(compile(asks({ rules: { all: [{ field: "account.tier", op: "exists" }] } }), ids).format).toBe(3);
    expect(compile(asks({ expression: "traits.account == 1" }), ids).format).toBe(1);
  });
});
