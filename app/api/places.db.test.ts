import { beforeAll, expect, test } from "vitest";
import { TRIGGER_EVENTS } from "#dialects";
import { openPlace, type Place } from "./testing/place.ts";
import { later, settle, track } from "./testing/walk.ts";

const DAY_MS = 86_400_000;

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  for (const [number, type] of [
    [5, "email"],
    [8, "push"],
    [9, "push"],
    [12, "sms"],
    [20, "email"],
    [21, "email"],
    [30, "email"],
    [31, "sms"],
  ] as const)
    await place.message(number, type);
  await place.segment(3);
  await place.segment(4, ["vip-1", "vip-2", "both"]);
  await place.segment(6, ["both"]);
  await place.segment(12);
  await place.segment(15);
  await place.call("POST /api/campaigns", {
    body: { number: 55, key: "offer", name: "Spring offer", kind: "private", isTemplate: true, contentId: 5 },
  });
});

const done = { done: { type: "final" } };
const MINIMAL = {
  initial: "send_welcome",
  states: { send_welcome: { meta: { type: "send_email", templateId: 5 }, on: { DONE: "done" } }, ...done },
};
const MULTI_STEP = {
  initial: "wait",
  states: {
    wait: { meta: { type: "wait_for_duration", days: 3 }, on: { ELAPSED: "send_sms" } },
    send_sms: { meta: { type: "send_sms", templateId: 12 }, on: { DONE: "done" } },
    ...done,
  },
};
const BRANCHING = {
  initial: "check_vip",
  states: {
    check_vip: {
      meta: { type: "condition", attribute: "account.classification", operator: "eq", value: "vip" },
      on: { TRUE: "send_vip_email", FALSE: "send_standard_email" },
    },
    send_vip_email: { meta: { type: "send_email", templateId: 20 }, on: { DONE: "done" } },
    send_standard_email: { meta: { type: "send_email", templateId: 21 }, on: { DONE: "done" } },
    ...done,
  },
};
const WIN_BACK = {
  initial: "wait_2_days",
  states: {
    wait_2_days: { meta: { type: "wait_for_duration", days: 2 }, on: { ELAPSED: "send_email" } },
    send_email: { meta: { type: "send_email", templateId: 30 }, on: { DONE: "wait_3_days" } },
    wait_3_days: { meta: { type: "wait_for_duration", days: 3 }, on: { ELAPSED: "send_sms" } },
    send_sms: { meta: { type: "send_sms", templateId: 31 }, on: { DONE: "done" } },
    ...done,
  },
};

const started = async (trigger_event: string, machine_config: unknown, name = "A journey") => {
  const { id } = await place.ask("POST ", { name, trigger_event, machine_config });
  return place.ask(`POST /${id}/start`);
};

const account = (externalId: string, body: object) => place.call(`PUT /api/accounts/${externalId}`, { body });
const known = (userId: string, traits: object) =>
  track(place, "seen", [userId]).then(async ([id]) => {
    await place.call(`PATCH /api/people/${id}`, { body: { traits } });
    await settle(place);
  });

/** The templates sent in a journey, in order, and the states of its enrollments. */
async function sentIn(id: number): Promise<string[]> {
  await settle(place);
  const rows = await place.database.sql<{ sent: string }[]>`
    select d.channel || ' ' || c.number as sent from deliveries d
    join journeys j on j.id = d.journey_id left join content c on c.id = d.content_id
    where j.number = ${id} and j.workspace_id = ${place.workspaceId} order by d.queued_at, d.id`;
  return rows.map(({ sent }) => sent);
}

async function enrollmentsOf(id: number): Promise<string[]> {
  await settle(place);
  const rows = await place.database.sql<{ status: string }[]>`
    select e.status from enrollments e join journeys j on j.id = e.journey_id
    where j.number = ${id} and j.workspace_id = ${place.workspaceId} order by e.enrolled_at`;
  return rows.map(({ status }) => status);
}

test("every trigger event can be chosen, is returned and cannot be changed", async () => {
  for (const trigger_event of TRIGGER_EVENTS) {
    const made = await place.ask("POST ", { name: trigger_event, trigger_event });
    expect(made).toMatchObject({
      triggerEvent: trigger_event,
      active: trigger_event === "manual",
      machineConfig: null,
    });
  }
  const { id } = await place.ask("POST ", { name: "Fixed", trigger_event: "order.created" });
  const changed = await place.call(`PUT ${place.path}/${id}`, { body: { trigger_event: "order.closed" } });
  expect(changed).toMatchObject({ status: 422, body: { errors: [{ pointer: "/trigger_event" }] } });
  expect(await place.ask(`GET /${id}`)).toMatchObject({ triggerEvent: "order.created" });
});

test("the create example: answered as printed, then steps are set and it starts", async () => {
  const created = await place.ask("POST ", {
    name: "Welcome new members",
    trigger_event: "account.created",
    description: "Send a welcome email when someone joins the loyalty programme.",
  });
  const { id, created: at } = created;
  expect(created).toEqual({
    id: expect.any(Number),
    placeId: place.placeId,
    userId: expect.any(Number),
    name: "Welcome new members",
    description: "Send a welcome email when someone joins the loyalty programme.",
    triggerEvent: "account.created",
    machineConfig: null,
    active: false,
    created: expect.any(Number),
    updated: at,
  });
  expect(Math.abs(at - Date.now() / 1_000)).toBeLessThan(60);
  const updated = await place.ask(`PUT /${id}`, { machine_config: MINIMAL });
  expect(updated).toMatchObject({ machineConfig: MINIMAL, active: false, name: "Welcome new members" });
  expect(Object.keys((updated.machineConfig as typeof MINIMAL).states)).toEqual(["send_welcome", "done"]);
  expect(await place.ask(`POST /${id}/start`)).toMatchObject({ id, active: true });
  await account("ada", { tier: "silver" });
  expect(await enrollmentsOf(id)).toEqual(["completed"]);
  expect(await sentIn(id)).toEqual(["email 5"]);
  // Stopped: nobody new, and started again as it was.
  expect(await place.ask(`POST /${id}/stop`)).toMatchObject({ active: false });
  await account("bob", { tier: "silver" });
  expect(await enrollmentsOf(id)).toHaveLength(1);
  expect(await place.ask(`POST /${id}/start`)).toMatchObject({ active: true, machineConfig: MINIMAL });
});

test("the multi-step example waits 3 days, then sends the SMS; a stop lets it go on", async () => {
  const { id } = await started("order.created", MULTI_STEP);
  await known("carl", { phone: "+49 171 1" });
  await place.call("PUT /api/orders/o-1", { body: { externalId: "carl", status: "open" } });
  expect(await sentIn(id)).toEqual([]);
  await place.ask(`POST /${id}/stop`);
  await later(place, 3 * DAY_MS + 1_000);
  expect(await sentIn(id)).toEqual(["sms 12"]);
  expect(await enrollmentsOf(id)).toEqual(["completed"]);
});

test("the branching example looks at the classification of the account", async () => {
  const { id } = await started("account.updated", BRANCHING);
  await account("dora", { classification: "vip" });
  await account("emil", { classification: "active" });
  for (const name of ["dora", "emil"]) await account(name, { tier: "gold" });
  expect((await sentIn(id)).sort()).toEqual(["email 20", "email 21"]);
});

test("the win-back example sends an email after 2 days and an SMS 3 days later", async () => {
  const { id } = await place.ask("POST ", {
    name: "Win-back: slipping away",
    trigger_event: "account.classification.became_slipping_away",
  });
  await place.ask(`PUT /${id}`, { machine_config: WIN_BACK });
  await place.ask(`POST /${id}/start`);
  await account("fred", { classification: "active" });
  expect(await enrollmentsOf(id)).toEqual([]);
  await account("fred", { classification: "slipping_away" });
  expect(await enrollmentsOf(id)).toEqual(["active"]);
  await later(place, 2 * DAY_MS + 1_000);
  expect(await sentIn(id)).toEqual(["email 30"]);
  await later(place, 5 * DAY_MS + 2_000);
  expect(await sentIn(id)).toEqual(["email 30", "sms 31"]);
});

test("the manual example: run for VIP customers only, without churned ones, as often as asked", async () => {
  const { id, active } = await place.ask("POST ", { name: "One-off promo blast", trigger_event: "manual" });
  expect(active).toBe(true);
  await place.ask(`PUT /${id}`, {
    machine_config: {
      initial: "send_push",
      states: { send_push: { meta: { type: "send_push_notification", templateId: 9 }, on: { DONE: "done" } }, ...done },
    },
  });
  const run = (body?: unknown) => place.call(`POST ${place.path}/${id}/run`, body === undefined ? {} : { body });
  const first = await run({ include_segment_ids: [4], exclude_segment_ids: [6] });
  expect([first.status, first.body]).toEqual([200, { triggered: 2 }]);
  expect(first.headers.get("location")).toMatch(/^\/api\/operations\//);
  expect(await sentIn(id)).toEqual(["push 9", "push 9"]);
  await run({ include_segment_ids: [4] });
  expect(await enrollmentsOf(id)).toHaveLength(5);
  expect((await run({ include_segment_ids: [999] })).body).toEqual({ triggered: 0 });
  const [people] = await place.database.sql<{ count: number }[]>`
    select count(*)::int from people where workspace_id = ${place.workspaceId} and external_id is not null`;
  expect((await run()).body).toEqual({ triggered: people?.count });
  await settle(place);
  expect((await place.call(`POST ${place.path}/${id}/stop`)).status).toBe(409);
  expect(await place.ask(`POST /${id}/start`)).toMatchObject({ active: true });
  const other = await place.ask("POST ", { name: "By order", trigger_event: "order.created" });
  expect((await place.call(`POST ${place.path}/${other.id}/run`)).status).toBe(409);
});

test("a campaign is cloned for the one customer, starts for them, and sends its content", async () => {
  const campaigns = await started("campaign.private.started", null, "Hears campaigns");
  const { id } = await started("order.closed", {
    initial: "offer",
    states: { offer: { meta: { type: "create_campaign", campaignId: 55 }, on: { DONE: "done" } }, ...done },
  });
  await known("gina", { email: "gina@example.com" });
  await place.call("PUT /api/orders/o-2", { body: { externalId: "gina", status: "closed" } });
  expect(await enrollmentsOf(id)).toEqual(["completed"]);
  const list = await place.call<{ data: unknown[] }>("GET /api/campaigns?personId=gina");
  expect(list.body.data).toMatchObject([
    { name: "Spring offer", kind: "private", isTemplate: false, status: "active", templateId: expect.any(String) },
  ]);
  expect(await enrollmentsOf(campaigns.id)).toEqual(["completed"]);
  const [sent] = await place.database.sql`
    select d.status from deliveries d join content c on c.id = d.content_id join journeys j on j.id = d.journey_id
    where c.number = 5 and j.key = 'campaign-content-5' and d.workspace_id = ${place.workspaceId}`;
  expect(sent).toMatchObject({ status: expect.stringMatching(/queued|captured/) });
});

test("wait_for_condition waits for any included segment and none excluded", async () => {
  const { id } = await started("order.updated", {
    initial: "until",
    states: {
      until: { meta: { type: "wait_for_condition", include: [12, 15], exclude: [3] }, on: { DONE: "send" } },
      send: { meta: { type: "send_email", templateId: 5 }, on: { DONE: "done" } },
      ...done,
    },
  });
  for (const status of ["open", "paid"])
    await place.call("PUT /api/orders/o-3", { body: { externalId: "hugo", status } });
  expect(await sentIn(id)).toEqual([]);
  const member = (segment: number) => ({ body: { people: [{ userId: "hugo" }] }, segment });
  await place.call("POST /api/segments/3/members", member(3));
  await place.call("POST /api/segments/15/members", member(15));
  expect(await sentIn(id)).toEqual([]);
  await place.call("DELETE /api/segments/3/members", member(3));
  expect(await sentIn(id)).toEqual(["email 5"]);
});

test("numbers that do not exist are passed over with a receipt, and used once they exist", async () => {
  const { id } = await started("account.tier.extended", {
    initial: "email",
    states: {
      email: { meta: { type: "send_email", templateId: 777 }, on: { DONE: "campaign" } },
      campaign: { meta: { type: "create_campaign", campaignId: 778 }, on: { DONE: "done" } },
      ...done,
    },
  });
  const expires = (year: number) => account("ivan", { tier: "gold", tierExpiresAt: `${year}-01-01T00:00:00Z` });
  await expires(2030);
  await expires(2031);
  expect(await enrollmentsOf(id)).toEqual(["completed"]);
  expect(await sentIn(id)).toEqual([null]);
  await place.message(777, "email");
  await expires(2032);
  expect(await sentIn(id)).toEqual([null, "email 777"]);
});
