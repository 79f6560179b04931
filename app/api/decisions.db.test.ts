import { beforeEach, describe, expect, test } from "vitest";
import { recordOutcomeOf } from "#services/outcomes";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn, later, onEvent, pathsOf, published, settle, track, type Walked } from "./testing/walk.ts";

type Made = { data: { id: string; key: string; number: number } };
type Field = { field: string; message: string };
type Refused = { errors: Field[]; detail: string };
type Figures = Record<"offered" | "sent" | "clicks" | "conversions" | "impressions", number>;

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const make = async (path: string, body: Record<string, unknown>) => {
  const answer = await api.call<Made>(`POST /api/${path}`, { body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.data;
};
const outcome = (body: Record<string, unknown>) =>
  api.call<{ data: { status: string; offerId: string | null; enrollmentId: string | null } }>("POST /api/outcomes", {
    body,
  });
const figuresOf = async (offer: string) =>
  (await api.call<{ data: { figures: Figures } }>(`GET /api/offers/${offer}`)).body.data.figures;

/** Decides, mails the offer, waits for what people do, and branches by it. */
const steps = [
  onEvent("asked"),
  { type: "DECIDE", name: "ask", config: { decisionFlowId: "df_loans", storeResultAs: "loan" } },
  { type: "CONTENT", name: "mail", config: { contentType: "email", resultSource: "loan" } },
  { type: "WAIT", name: "rest", config: { duration: "1h" } },
  { type: "CONDITION", name: "check", config: { expression: "outcome == 'conversion'" } },
  { type: "EXIT", name: "thanks", config: {} },
  { type: "EXIT", name: "later", config: {} },
];
const edges = [
  ...[0, 1, 2, 3].map((index) => ({ sourceNodeId: index, targetNodeId: index + 1 })),
  { sourceNodeId: 4, targetNodeId: 5, branch: "TRUE" },
  { sourceNodeId: 4, targetNodeId: 6, branch: "FALSE" },
];

async function loans(): Promise<{ journey: Walked; offer: string }> {
  const creative = {
    slug: "gold-mail",
    name: "Gold",
    type: "email",
    subject: "{{ offer.name }}",
    html: "<p>{{ offer.properties.apr }} %</p>",
  };
  await make("content", creative);
  const offer = await make("offers", { name: "Gold loan", contentId: "gold-mail", properties: { apr: 3 } });
  await make("decision-flows", { name: "Loans", key: "df_loans", offers: [offer.key] });
  return { journey: await published(api, steps, { edges }), offer: offer.id };
}

describe("offers and decision flows", () => {
  test("take the key and number of a document, number the rest, and are found by any name", async () => {
    const first = await make("offers", { name: "Gold card", key: "treat_gold", number: 12 });
    const second = await make("offers", { name: "Gold card" });
    expect([first.number, second.number, second.key]).toEqual([12, 13, "gold-card"]);
    const flow = await make("decision-flows", { name: "Cards", key: "df_cards", number: 5, offers: [12, "gold-card"] });
    for (const name of [flow.id, "df_cards", "5"]) {
      const { body } = await api.call<{ data: { offers: unknown[] } }>(`GET /api/decision-flows/${name}`);
      expect(body.data.offers).toHaveLength(2);
    }
  });

  test("name everything that is wrong at once, and keep nothing", async () => {
    await make("offers", { name: "Gold", key: "gold", number: 3 });
    const offer = await api.call<Refused>("POST /api/offers", {
      body: {
        name: "Silver",
        key: "gold",
        number: 3,
        contentId: "nowhere",
        expression: "trait.plan == 1",
        rules: { all: [{ field: "event.name", op: "eq", value: 1 }] },
        score: "offer.priority",
      },
    });
    expect(offer.status).toBe(422);
    expect(offer.body.errors.map(({ field }) => field).sort()).toEqual(
      ["contentId", "expression", "key", "number", "rules.all.0.field", "score"].sort(),
    );
    const shape = await api.call<Refused>("POST /api/offers", {
      body: { name: "", startsAt: "2026-02-01T00:00:00Z", endsAt: "2026-01-01T00:00:00Z", caps: [{ max: 0 }], prio: 1 },
    });
    expect(new Set(shape.body.errors.map(({ field }) => field))).toEqual(
      new Set(["name", "endsAt", "caps.0.max", "caps.0.days", "prio"]),
    );
    const flow = await api.call<Refused>("POST /api/decision-flows", {
      body: { name: "Flow", offers: ["gold", "silver", 99], score: "offer.priority +" },
    });
    expect(flow.body.errors.map(({ field }) => field)).toEqual(["offers.1", "offers.2", "score"]);
    expect((await api.call<{ data: unknown[] }>("GET /api/offers")).body.data).toHaveLength(1);
    expect((await api.call<{ data: unknown[] }>("GET /api/decision-flows")).body.data).toEqual([]);
  });

  test("one that is in use is not deleted, and the answer says where", async () => {
    const { journey, offer } = await loans();
    const flow = await api.call("DELETE /api/decision-flows/df_loans");
    expect(flow.status).toBe(409);
    expect(flow.body.detail).toContain("the draft of Walked, version 1 of Walked");
    const one = await api.call(`DELETE /api/offers/${offer}`);
    expect([one.status, one.body.detail]).toEqual([409, "This offer is used by the decision flow Loans."]);
    const mail = await api.call("DELETE /api/content/gold-mail");
    expect([mail.status, mail.body.detail]).toEqual([409, "This content is used by the offer Gold loan."]);
    expect((await api.call(`DELETE /api/journeys/${journey.id}?permanent=true`)).status).toBeLessThan(300);
    await settle(api);
    for (const path of ["decision-flows/df_loans", `offers/${offer}`, "content/gold-mail"])
      expect((await api.call(`DELETE /api/${path}`)).status, path).toBe(204);
  });

  test("a journey with an unknown flow is saved and not published", async () => {
    const answer = await api.call<{ errors: (Field & { code: string })[] }>(
      `POST /api/journeys/${(await drawn(api, steps, { edges })).id}/publish`,
    );
    expect(answer.body.errors).toMatchObject([{ code: "unknown_decision_flow" }]);
  });
});

describe("a journey that decides", () => {
  test("sends the offer's creative with the offer in it, and branches by what people do", async () => {
    const { journey, offer } = await loans();
    const traits = { email: "ada@example.com" };
    const [, bob = ""] = await track(api, "asked", ["ada", "bob"], { traits });
    const { body } = await api.call<{ data: { id: string; personId: string }[] }>("GET /api/deliveries");
    expect(body.data).toHaveLength(2);
    expect(await figuresOf(offer)).toMatchObject({ offered: 2, sent: 2 });
    const deliveryId = body.data.find(({ personId }) => personId === bob)?.id;
    expect((await outcome({ userId: "ada", outcome: "conversion" })).body.data).toMatchObject({ offerId: offer });
    expect((await outcome({ personId: bob, outcome: "click", deliveryId })).body.data).toMatchObject({
      offerId: offer,
    });
    await settle(api);
    await later(api, 3_700_000);
    const paths = await pathsOf(api, journey);
    expect(paths.filter((path) => path.includes("thanks"))).toHaveLength(1);
    expect(await figuresOf(offer)).toMatchObject({ clicks: 1, conversions: 1 });
  });

  test("an outcome is counted once for its message id, and refused when it fits nothing", async () => {
    const { offer } = await loans();
    await track(api, "asked", ["ada"]);
    const body = { userId: "ada", outcome: "click", offer, messageId: "m1" };
    expect((await outcome(body)).body.data.status).toBe("accepted");
    expect((await outcome(body)).body.data.status).toBe("duplicate");
    expect(await figuresOf(offer)).toMatchObject({ clicks: 1 });
    const other = await make("offers", { name: "Other" });
    const wrong = await api.call<Refused>("POST /api/outcomes", {
      body: { userId: "ada", outcome: "click", offer: "no-such", enrollmentId: other.id, deliveryId: other.id },
    });
    expect(wrong.body.errors.map(({ field }) => field).sort()).toEqual(["deliveryId", "enrollmentId", "offer"]);
    const never = await api.call<Refused>("POST /api/outcomes", {
      body: { userId: "ada", outcome: "click", offer: other.id },
    });
    expect(never.body.errors).toMatchObject([{ field: "offer", message: expect.stringContaining("was not given") }]);
  });

  test("the audit finds counters of an offer that disagree with what is stored", async () => {
    const { offer } = await loans();
    await track(api, "asked", ["ada"]);
    await outcome({ userId: "ada", outcome: "click" });
    const found = async () =>
      (await api.call<{ data: { findings: { code: string; text: string }[] } }>("GET /api/audit")).body.data.findings;
    expect(await found()).toEqual([]);
    await api.database.sql`delete from outcomes where offer_id = ${offer}`;
    await api.database.sql`update offer_counts set offered = offered + 2 where offer_id = ${offer} and offered > 0`;
    expect((await found()).map(({ code, text }) => `${code}: ${text}`)).toEqual([
      "offers_mismatch: The counters of the offer “Gold loan” show 1 clicks, but 0 are stored.",
      "offers_mismatch: The counters of the offer “Gold loan” show 3 offered, but 1 are stored.",
    ]);
  });

  test("a door that knows the person may record for them without a role, as the SDK's does", async () => {
    const { offer } = await loans();
    const [ada = ""] = await track(api, "asked", ["ada"]);
    const visitor = { kind: "key", id: "site", role: "viewer" } as const;
    const ctx = { database: api.database, workspaceId: api.workspaceId, actor: visitor };
    expect(await recordOutcomeOf(ctx, ada, { outcome: "impression" })).toMatchObject({ offerId: offer });
    expect(await figuresOf(offer)).toMatchObject({ impressions: 1 });
  });

  test("caps count across journeys and restarts of the engine", async () => {
    const { journey, offer } = await loans();
    await api.call(`PATCH /api/offers/${offer}`, { body: { caps: [{ max: 1, days: 7 }] } });
    const again = await published(api, [onEvent("again"), ...steps.slice(1)], { edges });
    await track(api, "asked", ["ada"]);
    await track(api, "again", ["ada"]);
    expect(await figuresOf(offer)).toMatchObject({ offered: 1, sent: 1 });
    expect((await pathsOf(api, journey))[0]).toContain("mail");
    const [enrollment] = (await api.call<{ data: { id: string }[] }>(`GET /api/journeys/${again.id}/enrollments`)).body
      .data;
    const { body } = await api.call<{ data: { transitions: { receipt: { decision?: { reasons: unknown } } }[] } }>(
      `GET /api/journeys/${again.id}/enrollments/${enrollment?.id}`,
    );
    expect(body.data.transitions.flatMap(({ receipt }) => receipt.decision ?? [])).toMatchObject([
      { reasons: { offer_cap: 1 } },
    ]);
  });

  test("what people were offered goes with them when they are merged, and away when they are erased", async () => {
    const { offer } = await loans();
    await track(api, "asked", ["ada"]);
    await outcome({ userId: "ada", outcome: "click" });
    const count = async (table: string) =>
      (await api.database.sql`select from ${api.database.sql(table)} where workspace_id = ${api.workspaceId}`).length;
    expect([await count("offer_decisions"), await count("outcomes")]).toEqual([1, 1]);
    const { body } = await api.call<{ data: { id: string }[] }>("GET /api/people");
    await api.call(`DELETE /api/people/${body.data[0]?.id}`);
    await settle(api);
    expect([await count("offer_decisions"), await count("outcomes")]).toEqual([0, 0]);
    expect(await figuresOf(offer)).toMatchObject({ offered: 1, clicks: 1 });
  });
});

describe("a test of a flow", () => {
  test("answers what a journey would pick, with the receipt, and stores nothing", async () => {
    const { offer } = await loans();
    await api.call(`PATCH /api/offers/${offer}`, { body: { expression: "traits.income > 10" } });
    const [ada = ""] = await track(api, "other", ["ada"]);
    await api.call(`PATCH /api/people/${ada}`, { body: { traits: { income: 5 } } });
    const ask = () =>
      api.call<{
        data: { sentence: string; receipt: { decision: { offers: unknown[] } }; result: { offer: unknown } };
      }>("POST /api/decision-flows/df_loans/test", { body: { userId: "ada" } });
    expect((await ask()).body.data).toMatchObject({
      result: { offer: null },
      receipt: { decision: { offers: [{ offer: "gold-loan", why: "rule", seen: { "traits.income": 5 } }] } },
    });
    await api.call(`PATCH /api/people/${ada}`, { body: { traits: { income: 50 } } });
    await settle(api);
    expect((await ask()).body.data).toMatchObject({
      sentence: "The decision flow “Loans” picked “Gold loan” (score 0) among 1.",
      result: { offer: { key: "gold-loan" } },
    });
    expect(await figuresOf(offer)).toMatchObject({ offered: 0 });
  });

  test("names a person who is not known", async () => {
    await loans();
    const answer = await api.call<Refused>("POST /api/decision-flows/df_loans/test", { body: { userId: "nobody" } });
    expect([answer.status, answer.body.errors[0]?.message]).toEqual([
      422,
      'There is no person with the userId "nobody"',
    ]);
  });
});
