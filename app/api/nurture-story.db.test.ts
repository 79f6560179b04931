import { beforeAll, expect, test } from "vitest";
import type { JourneyDetail } from "#services/journeys";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { nurture, thankYou } from "./testing/nurture.ts";
import { later, pathsOf, settle, track } from "./testing/walk.ts";

/** The example of source 002 from its request to the last step of its customers, on a virtual clock. */

type Refused = { errors: { pointer: string; code: string }[] };
const DAY = 86_400_000;
let api: ApiFixture;

beforeAll(async () => {
  api = await apiFixture();
  const made = async (path: string, body: object) => {
    const answer = await api.call(`POST /api/${path}`, { body });
    expect([path, answer.status], JSON.stringify(answer.body)).toEqual([path, 201]);
  };
  const rules = { all: [{ field: "person.traits.interest", op: "eq", value: "loan" }] };
  await made("segments", { key: "loan_interested", name: "Interested in loans", rules });
  await made("content", {
    ...{ slug: "treat_loan_email_v1", name: "Loan", type: "email" },
    ...{ subject: "{{ offer.name }}", html: "<p>{{ offer.name }}</p>" },
  });
  await made("offers", { key: "treat_loan", name: "Personal loan", contentId: "treat_loan_email_v1" });
  await made("decision-flows", { key: "df_personal_loans", name: "Personal loans", offers: ["treat_loan"] });
});

test("the nurture journey is created as written, finished, activated, and run to its end for who converts and who does not", async () => {
  const created = await api.call<{ id: string }>("POST /api/v1/journeys", { body: nurture });
  expect(created.status).toBe(201);
  const { id } = created.body;
  const put = (body: object) => api.call<Refused>(`PUT /api/v1/journeys/${id}`, { body });
  const early = await put({ status: "active" });
  expect([early.status, early.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
    422,
    ["/steps/3/config/conditions/0/targetStepId unknown_target", "/steps/3/config/defaultTargetStepId unknown_target"],
  ]);
  expect((await put({ steps: [...nurture.steps, ...thankYou] })).status).toBe(200);
  expect((await put({ status: "active" })).status).toBe(200);

  const person = (email: string, interest: string) => ({ type: "identify" as const, traits: { email, interest } });
  await track(api, "seen", ["ada"], person("ada@example.com", "loan"));
  await track(api, "seen", ["bob"], person("bob@example.com", "loan"));
  await track(api, "seen", ["cid"], person("cid@example.com", "cards"));
  await settle(api);
  const { body: sent } = await api.call<{ data: { personId: string; status: string }[] }>("GET /api/deliveries");
  expect(sent.data).toHaveLength(2);

  const outcome = (userId: string, said: string) =>
    api.call("POST /api/outcomes", { body: { userId, outcome: said, offer: "treat_loan" } });
  expect((await outcome("ada", "conversion")).status).toBeLessThan(300);
  expect((await outcome("bob", "click")).status).toBeLessThan(300);
  await settle(api);

  const journey = (await api.call<{ data: JourneyDetail }>(`GET /api/journeys/${id}`)).body.data;
  const begin = ["step_initial_offer", "step_send_email", "step_wait_3d"];
  await later(api, 3 * DAY - 60_000);
  for (const path of await pathsOf(api, journey)) expect(path.slice(-1)).toEqual(["step_wait_3d"]);
  await later(api, 3 * DAY + 60_000);
  const paths = (await pathsOf(api, journey)).map((path) => path.filter((name) => name.startsWith("step_")));
  expect(paths).toEqual([
    [...begin, "step_check_response", "step_end"],
    [...begin, "step_check_response", "step_followup", "step_end"],
  ]);
  const { body: people } = await api.call<{ data: { externalId: string; traits: Record<string, unknown> }[] }>(
    "GET /api/people",
  );
  const stages = Object.fromEntries(people.data.map(({ externalId, traits }) => [externalId, traits.journey_stage]));
  expect(stages).toEqual({ ada: undefined, bob: "followup_sent", cid: undefined });

  await later(api, 3 * DAY + 2 * 3_600_000);
  const { body: stats } = await api.call<{ data: { totals: object } }>(`GET /api/journeys/${id}/stats`);
  expect(stats.data.totals).toMatchObject({ enrolled: 2, active: 0, completed: 2, stopped: 0, failed: 0 });
});
