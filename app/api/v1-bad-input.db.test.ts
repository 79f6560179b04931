import { beforeAll, describe, expect, test } from "vitest";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { nurture } from "./testing/nurture.ts";

/** Every body of source 002 with one thing wrong: the right status, the field named, and nothing stored. */

let api: ApiFixture;
let other: ApiFixture;
let draft: string;
beforeAll(async () => {
  api = await apiFixture();
  other = await apiFixture();
  draft = (await api.call<{ id: string }>("POST /api/v1/journeys", { body: nurture })).body.id;
});

const rows = () => api.database.orm.select().from(schema.journeys).orderBy(schema.journeys.id);

type Path = readonly (string | number)[];

/** The body with a value at a path; `undefined` takes it away. */
function changed(path: Path, value: unknown): unknown {
  const body: unknown = structuredClone(nurture);
  const inner = path.slice(0, -1).reduce((at, key) => (at as never)[key], body) as Record<string, unknown>;
  const last = String(path.at(-1));
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return body;
}

const step = (index: number, ...rest: Path): Path => ["steps", index, ...rest];
const update = { type: "set_attribute", key: "journey_stage", value: "followup_sent" };
const operations = (operation: object) => ({ id: "x", type: "update", config: { operations: [operation] } });
const { type: _type, ...typeless } = update;
const { key: _key, ...keyless } = update;

const WRONG: readonly (readonly [string, Path, unknown, string?])[] = [
  ["no name", ["name"], undefined],
  ["an empty name", ["name"], " "],
  ["a name that is a number", ["name"], 5],
  ["a description that is a list", ["description"], []],
  ["a max duration as text", ["maxDuration"], "21"],
  ["a max duration of half a day", ["maxDuration"], 0.5],
  ["an unknown status", ["status"], "live"],
  ["a status that is active at once", ["status"], "active"],
  ["an unknown field", ["stepz"], []],
  ["entry conditions as a list", ["entryConditions"], []],
  ["segments as text", ["entryConditions", "segments"], "loan_interested"],
  ["a segment that is an object", ["entryConditions", "segments", 0], {}, "/entryConditions/segments/0"],
  ["days since the last journey as text", ["entryConditions", "minDaysSinceLastJourney"], "30"],
  ["an event that is a number", ["entryConditions", "event"], 5],
  ["steps as an object", ["steps"], {}],
  ["a step that is text", step(0), "wait"],
  ["a step without id", step(0, "id"), undefined],
  ["a step whose id is a number", step(0, "id"), 1],
  ["two steps of one id", step(1, "id"), "step_initial_offer"],
  ["a step without type", step(0, "type"), undefined],
  ["an unknown type", step(0, "type"), "dance"],
  ["a step without config", step(2, "config"), undefined],
  ["a wait without duration", step(2, "config", "duration"), undefined],
  ["a wait whose duration is text", step(2, "config", "duration"), "3"],
  ["a wait in weeks", step(2, "config", "unit"), "weeks"],
  ["a wait without unit", step(2, "config", "unit"), undefined],
  ["a decision without flow", step(0, "config", "decisionFlowId"), undefined],
  ["a decision for no offers", step(0, "config", "maxOffers"), 0],
  ["a send without channel", step(1, "config", "channelId"), undefined],
  ["a result source that is a list", step(1, "config", "resultSource"), []],
  ["a branch without conditions", step(3, "config", "conditions"), undefined],
  ["a condition without label", step(3, "config", "conditions", 0, "label"), undefined],
  ["a condition without expression", step(3, "config", "conditions", 0, "expression"), undefined],
  ["a condition without target", step(3, "config", "conditions", 0, "targetStepId"), undefined],
  ["a default target that is a number", step(3, "config", "defaultTargetStepId"), 5],
  ["a next step that is a number", step(0, "next"), 5],
  ["an unknown operation", step(0), operations({ ...update, type: "erase" }), "/steps/0/config/operations/0/type"],
  ["an operation without type", step(0), operations(typeless), "/steps/0/config/operations/0/type"],
  ["an attribute without key", step(0), operations(keyless), "/steps/0/config/operations/0/key"],
  [
    "an unknown operator in a rule",
    step(3, "config", "conditions", 0, "rules"),
    { all: [{ field: "person.traits.plan", op: "is", value: 1 }] },
    "/steps/3/config/conditions/0/rules",
  ],
];

const cases = WRONG.map(([name, path, value, pointer = `/${path.join("/")}`]) => ({ name, path, value, pointer }));

describe("a body with one thing wrong is refused whole", () => {
  test.each(cases)("$name", async ({ path, value, pointer }) => {
    const before = await rows();
    for (const request of ["POST /api/v1/journeys", `PUT /api/v1/journeys/${draft}`]) {
      // Only given fields change, and a draft may be activated by a PUT.
      if (request.startsWith("PUT") && ((path[0] === "name" && value === undefined) || value === "active")) continue;
      const { status, body } = await api.call(request, { body: changed(path, value) });
      expect([request, status], JSON.stringify(body)).toEqual([request, 422]);
      const found = body.errors?.map((error) => error.pointer) ?? [];
      expect(
        found.some((at) => at !== "" && `${at}/`.startsWith(`${pointer}/`)),
        `${pointer}: ${found}`,
      ).toBe(true);
    }
    expect(await rows()).toEqual(before);
  });

  test("several things wrong are told at once", async () => {
    const { errors } = (
      await api.call("POST /api/v1/journeys", {
        body: {
          ...nurture,
          name: "",
          steps: [
            { id: "a", type: "dance" },
            { id: "a", type: "wait", config: {} },
          ],
        },
      })
    ).body;
    expect(errors?.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([
        "/name",
        "/steps/0/type",
        "/steps/1/id",
        "/steps/1/config/duration",
        "/steps/1/config/unit",
      ]),
    );
  });

  test("no key, a key for browsers and another workspace's key open nothing", async () => {
    const before = await rows();
    for (const [request, body] of [
      [`GET /api/v1/journeys/${draft}`, undefined],
      [`PUT /api/v1/journeys/${draft}`, { name: "Taken" }],
      [`DELETE /api/v1/journeys/${draft}`, undefined],
      [`POST /api/v1/journeys/${draft}/validate`, undefined],
      [`POST /api/v1/journeys/${draft}/test`, {}],
    ] as const) {
      const with_ = async (key: string) => (await api.call(request, { body, key })).status;
      expect([request, await with_("")]).toEqual([request, 401]);
      expect([request, await with_(api.publishableKey)]).toEqual([request, 403]);
      expect([request, await with_(other.secretKey)]).toEqual([request, 404]);
    }
    expect((await other.call<{ data: unknown[] }>("GET /api/v1/journeys")).body.data).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  test("an id that nothing has is not found", async () => {
    for (const id of ["jrn_000000000000", "999999999", "no-such-journey"])
      expect((await api.call(`PUT /api/v1/journeys/${id}`, { body: { name: "x" } })).status).toBe(404);
  });
});
