import { beforeAll, expect, test } from "vitest";
import { type Body, documentBodies } from "./testing/document-bodies.ts";
import { type Mutation, mutationsOf } from "./testing/mutations.ts";
import { openPlace, type Place } from "./testing/place.ts";
import { everyRow } from "./testing/rows.ts";

/** Every body of the documents, with everything that can be wrong in it: one thing at a time, made by a program. */

type Made = { readonly data: { readonly id: string; readonly nodes: readonly { readonly id: string }[] } };
type Saved = { readonly warnings?: readonly { readonly pointer: string }[] };

let place: Place;
let bodies: readonly Body[];

beforeAll(async () => {
  place = await openPlace();
  const bearer = { headers: { authorization: `Bearer ${place.secretKey}`, "Api-Key": "" } };
  const nodes = [{ type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } }, { type: "EXIT" }];
  const { body: journey } = await place.call<Made>("POST /api/journeys", {
    ...bearer,
    body: { name: "Canvas", siteId: place.siteId, nodes, edges: [] },
  });
  const [first, second] = journey.data.nodes;
  const { body: v1 } = await place.call<{ id: string }>("POST /api/v1/journeys", {
    ...bearer,
    body: { name: "Draft" },
  });
  bodies = documentBodies({
    siteId: place.siteId,
    journey: journey.data.id,
    nodes: [first?.id ?? "", second?.id ?? ""],
    v1Draft: v1.id,
    places: `/places/${place.placeId}`,
    placeJourney: (await place.ask("POST ", { name: "Known", trigger_event: "order.created" })).id,
    manualJourney: (await place.ask("POST ", { name: "By hand", trigger_event: "manual" })).id,
  });
});

/**
 * What is no fault: optional fields that are missing or null, targets that end the journey, values of any type, and what
 * a template may be without. Everything else is refused or warned of at its place.
 */
const ALLOWED: readonly RegExp[] = [
  /^(?:missing|null) \/(?:description|settings|goalConfig|goalConfig\/deadline|maxDuration|machine_config)$/,
  /^missing \/(?:status|edges|include_segment_ids|exclude_segment_ids)$/,
  /^missing \/nodes\/\d\/(?:position|config\/triggerConfig(?:\/matchType)?)$/,
  /^unknown \/nodes\/\d\/position\/somethingElse$/,
  /^(?:missing|null) \/edges\/0\/label$/,
  /^(?:missing|null) \/entryConditions$/,
  /^missing \/entryConditions\/(?:segments|minDaysSinceLastJourney)$/,
  /^missing \/steps\/\d\/config\/(?:maxOffers|storeResultAs|resultSource)$/,
  /^(?:missing|null) \/steps\/\d\/config\/defaultTargetStepId$/,
  /^null \/steps\/\d\/config\/conditions\/\d\/targetStepId$/,
  /^(?:null|of another type) \/machine_config\/states\/check_vip\/meta\/value$/,
  /^missing \/machine_config\/states\/hold\/meta\/(?:include|exclude)$/,
  /^missing \/machine_config\/states\/day\/meta\/(?:days|hours)$/,
  /^(?:missing|null) \/(?:data\/machineConfig|children\/0\/data\/(?:subject|text))$/,
];

/** A fault that is found where the missing part is named: a target, an edge, a reference to a template. */
const NAMED_ELSEWHERE: readonly RegExp[] = [
  /^missing \/nodes → (?:\/edges\/0\/(?:source|target)NodeId ?){2}$/,
  /^(?:missing|null) \/nodes\/\d\/id → \/edges\/0\/(?:source|target)NodeId$/,
  /^missing \/(?:data\/machineConfig|machine_config)\/states\/\w+ → \/(?:data\/machineConfig|machine_config)\/(?:initial|states\/\w+\/on\/\w+)$/,
  /^missing \/children(?:\/0\/data\/localRef)? → \/data\/machineConfig\/states\/send_welcome\/meta\/templateRef$/,
  /^missing \S+\/meta\/templateRef → \S+\/meta\/templateId$/,
];

const isAt = (found: string, pointer: string): boolean =>
  `${found}/`.startsWith(`${pointer}/`) || (found !== "" && `${pointer}/`.startsWith(`${found}/`));

/** Sends a body with one thing wrong; answers whether it was refused, and what is not right about the answer. */
async function tell(request: string, { kind, pointer, body }: Mutation) {
  const answer = await place.call<Saved>(request, { body });
  const { status } = answer;
  const isRefused = status === 422;
  const places = (isRefused ? answer.body.errors : answer.body.warnings)?.map((one) => one.pointer ?? "") ?? [];
  const fault = `${kind} ${pointer}`;
  const isRight =
    places.some((found) => isAt(found, pointer)) ||
    (isRefused
      ? NAMED_ELSEWHERE.some((one) => one.test(`${fault} → ${places.join(" ")}`))
      : status < 300 && ALLOWED.some((one) => one.test(fault)));
  return { isRefused, wrong: isRight ? [] : [`${request} ${fault}: ${status} ${places.join(" ")}`] };
}

test("is stored as written, and with one thing wrong is refused or warned of at its place", async () => {
  const refused: { request: string; body: unknown }[] = [];
  const wrong: string[] = [];
  for (const { name, request, body } of bodies) {
    const { status } = await place.call(request, { body });
    expect([name, Math.floor(status / 100)]).toEqual([name, 2]);
    for (const mutation of mutationsOf(body)) {
      const told = await tell(request, mutation);
      wrong.push(...told.wrong);
      if (told.isRefused) refused.push({ request, body: mutation.body });
    }
  }
  expect(wrong).toEqual([]);
  expect(refused.length).toBeGreaterThan(500);

  // What is refused stores nothing, not even a line of the audit log.
  const before = await everyRow(place);
  for (const { request, body } of refused) await place.call(request, { body });
  expect(await everyRow(place)).toEqual(before);
}, 60_000);
