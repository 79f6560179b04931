import { beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "./testing/place.ts";
import { everyRow } from "./testing/rows.ts";

let place: Place;
let other: Place;
let id: number;
beforeAll(async () => {
  [place, other] = [await openPlace(), await openPlace()];
  ({ id } = await place.ask("POST ", { name: "Known", trigger_event: "order.created" }));
});

const done = { done: { type: "final" } };
const email = { type: "send_email", templateId: 5 };
const steps = (meta: unknown, on: unknown = { DONE: "done" }) => ({
  initial: "step",
  states: { step: { meta, on }, ...done },
});
const ask = { type: "condition", attribute: "account.classification", operator: "eq", value: "vip" };
const body = { name: "Welcome new members", trigger_event: "account.created" };
const STEP = "/machine_config/states/step";

const WRONG: readonly (readonly [string, unknown, string])[] = [
  ["POST", { ...body, name: undefined }, "/name"],
  ["POST", { ...body, name: 5 }, "/name"],
  ["POST", { ...body, trigger_event: undefined }, "/trigger_event"],
  ["POST", { ...body, trigger_event: "account.lost" }, "/trigger_event"],
  ["POST", { ...body, description: 5 }, "/description"],
  ["POST", { ...body, active: true }, "/active"],
  ["POST", { ...body, triggerEvent: "manual" }, "/triggerEvent"],
  ["POST", { ...body, machine_config: "steps" }, "/machine_config"],
  ["POST", { ...body, machine_config: { states: done } }, "/machine_config/initial"],
  ["PUT", { active: true }, "/active"],
  ["PUT", { machine_config: steps({ ...email, templateId: undefined }) }, `${STEP}/meta/templateId`],
  ["PUT", { machine_config: steps({ ...email, templateId: "5" }) }, `${STEP}/meta/templateId`],
  ["PUT", { machine_config: steps({ templateRef: "x", type: "send_email" }) }, `${STEP}/meta/templateRef`],
  ["PUT", { machine_config: steps({ ...email, type: "send_letter" }) }, `${STEP}/meta/type`],
  ["PUT", { machine_config: steps({ type: "wait_for_duration", days: 3 }) }, `${STEP}/on/DONE`],
  [
    "PUT",
    { machine_config: steps({ type: "wait_for_duration", days: "3" }, { ELAPSED: "done" }) },
    `${STEP}/meta/days`,
  ],
  ["PUT", { machine_config: steps(ask, { TRUE: "done" }) }, `${STEP}/on/FALSE`],
  [
    "PUT",
    { machine_config: steps({ ...ask, operator: "like" }, { TRUE: "done", FALSE: "done" }) },
    `${STEP}/meta/operator`,
  ],
  [
    "PUT",
    { machine_config: { initial: "step", states: { step: { meta: email, on: { DONE: "step" } } } } },
    "/machine_config/states",
  ],
  ["PUT", { machine_config: steps(email, { DONE: "gone" }) }, `${STEP}/on/DONE`],
  ["PUT", { machine_config: steps({ type: "wait_for_condition", include: ["12"] }) }, `${STEP}/meta/include/0`],
  ["PUT", { machine_config: steps({ type: "create_campaign", campaignId: null }) }, `${STEP}/meta/campaignId`],
];

test("each body with one thing wrong is refused with the field, and nothing is stored", async () => {
  const before = await everyRow(place);
  for (const [method, wrong, pointer] of WRONG) {
    const answer = await place.call(`${method} ${place.path}${method === "PUT" ? `/${id}` : ""}`, { body: wrong });
    const pointers = answer.body.errors?.map((error) => error.pointer);
    expect([answer.status, pointers], JSON.stringify(wrong)).toEqual([422, expect.arrayContaining([pointer])]);
  }
  expect(await everyRow(place)).toEqual(before);
}, 30_000);

test("everything wrong in a body is told at once", async () => {
  const machine_config = steps({ type: "send_fax" }, { ELAPSED: "gone" });
  const { body: problem } = await place.call(`PUT ${place.path}/${id}`, { body: { machine_config } });
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([`${STEP}/meta/type`, `${STEP}/on/ELAPSED`]);
});

test("a run with something wrong is refused with the field", async () => {
  const manual = await place.ask("POST ", { name: "By hand", trigger_event: "manual" });
  for (const [wrong, pointer] of [
    [{ include_segment_ids: 4 }, "/include_segment_ids"],
    [{ exclude_segment_ids: [6, "7"] }, "/exclude_segment_ids/1"],
    [{ segments: [4] }, "/segments"],
  ] as const) {
    const answer = await place.call(`POST ${place.path}/${manual.id}/run`, { body: wrong });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  }
});

test("without a key nothing is served, and with another place's key nothing of this one", async () => {
  const requests = [
    `GET ${place.path}`,
    `POST ${place.path}`,
    `GET ${place.path}/${id}`,
    `PUT ${place.path}/${id}`,
    `DELETE ${place.path}/${id}`,
    `POST ${place.path}/${id}/start`,
    `POST ${place.path}/${id}/stop`,
    `POST ${place.path}/${id}/run`,
    `POST /places/${place.placeId}/recommendations/accept`,
  ];
  const accept = { type: "template", data: { name: "Mail", text: "Hi" } };
  for (const request of requests) {
    const given = request.includes("accept") ? { body: accept } : /^(POST|PUT)/.test(request) ? { body } : {};
    const sent = request.endsWith("/run") ? {} : request.startsWith("PUT") ? { body: { name: "Taken" } } : given;
    const without = await place.call(request, { ...sent, headers: { "Api-Key": "" } });
    expect([request, without.status]).toEqual([request, 401]);
    const foreign = await place.call(request, { ...sent, headers: { "Api-Key": other.secretKey } });
    expect([request, foreign.status]).toEqual([request, 404]);
    // The id of another place's journey does not exist in one's own place either.
    if (!request.includes(`${place.path}/`)) continue;
    const ownPath = request.replace(place.path, other.path);
    expect([ownPath, (await other.call(ownPath, sent)).status]).toEqual([ownPath, 404]);
    const publishable = await place.call(request, { ...sent, headers: { "Api-Key": place.publishableKey } });
    expect([request, publishable.status]).toEqual([request, 403]);
  }
  expect(await place.ask(`GET /${id}`)).toMatchObject({ name: "Known" });
});

test("journeys that were not made here, and places and ids that are none, do not exist", async () => {
  const drawn = { name: "Drawn", siteId: place.siteId, nodes: [], edges: [] };
  const { body: made } = await place.call<{ data: { number: number } }>("POST /api/journeys", { body: drawn });
  for (const path of [`${place.path}/${made.data.number}`, `${place.path}/x`, `${place.path}/0`, "/places/x/journeys"])
    expect([path, (await place.call(`GET ${path}`)).status]).toEqual([path, 404]);
});
