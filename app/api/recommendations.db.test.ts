import { beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "./testing/place.ts";
import { everyRow } from "./testing/rows.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});

const accept = <Body = { ids: Record<string, number>; created: { type: string; id: number }[] }>(body: unknown) =>
  place.call<Body>(`POST /places/${place.placeId}/recommendations/accept`, { body });

const steps = (ref: string, type = "send_email") => ({
  initial: "send",
  states: { send: { meta: { type, templateRef: ref }, on: { DONE: "done" } }, done: { type: "final" } },
});
const journey = (ref: string, more: object = {}) => ({
  type: "journey",
  data: { name: "Welcome", trigger_event: "account.created", machineConfig: steps(ref), ...more },
});
const template = (localRef: string, more: object = {}) => ({
  type: "template",
  data: { name: localRef, subject: "Hi", text: "Hello", localRef, ...more },
});

test("references are resolved whatever the order and place in the tree, in either case of the steps", async () => {
  const before = {
    ...journey("welcome_email", { localRef: "welcome" }),
    children: [
      {
        ...template("welcome_email"),
        children: [
          {
            type: "journey",
            data: { name: "Text", triggerEvent: "manual", machine_config: steps("note", "send_sms") },
            children: [template("note", { type: "sms" })],
          },
        ],
      },
    ],
  };
  const { status, body } = await accept(before);
  expect(status).toBe(200);
  expect(body.created.map(({ type }) => type)).toEqual(["journey", "template", "journey", "template"]);
  expect(Object.keys(body.ids).sort()).toEqual(["note", "welcome", "welcome_email"]);
  const { welcome, welcome_email, note } = body.ids;
  expect(await place.ask(`GET /${welcome}`)).toMatchObject({
    active: false,
    machineConfig: { states: { send: { meta: { type: "send_email", templateId: welcome_email } } } },
  });
  expect(await place.ask(`GET /${body.created[2]?.id}`)).toMatchObject({
    triggerEvent: "manual",
    active: true,
    machineConfig: { states: { send: { meta: { type: "send_sms", templateId: note } } } },
  });
  expect((await place.ask(`POST /${welcome}/start`)).active).toBe(true);
});

test.each([
  ["a reference that nobody has", journey("gone"), "/data/machineConfig/states/send/meta/templateRef"],
  [
    "a reference that two have",
    { ...journey("mail"), children: [template("mail"), template("mail")] },
    "/children/1/data/localRef",
  ],
  [
    "a reference to a journey",
    { ...journey("self", { localRef: "self" }) },
    "/data/machineConfig/states/send/meta/templateRef",
  ],
  [
    "a template of another type",
    { ...journey("note"), children: [template("note", { type: "sms" })] },
    "/data/machineConfig/states/send/meta/templateRef",
  ],
  [
    "a step that is wrong, deep in the tree",
    {
      ...template("mail"),
      children: [
        { type: "journey", data: { name: "J", trigger_event: "manual", machine_config: { initial: "x", states: {} } } },
      ],
    },
    "/children/0/data/machine_config/initial",
  ],
  ["a trigger event that is none", journey("mail", { trigger_event: "x" }), "/data/trigger_event"],
  ["a type that is none", { type: "segment", data: {} }, "/type"],
  ["no name", { type: "template", data: { text: "Hi" } }, "/data/name"],
  ["a field that is not known", { ...template("mail"), child: [] }, "/child"],
])("%s stores nothing, and says which", async (_name, body, pointer) => {
  const rows = await everyRow(place);
  const answer = await accept(body);
  expect([answer.status, answer.body.errors?.map((error) => error.pointer)]).toEqual([
    422,
    expect.arrayContaining([pointer]),
  ]);
  expect(await everyRow(place)).toEqual(rows);
});
