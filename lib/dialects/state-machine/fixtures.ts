import type { JourneyDocument } from "#journey";
import type { DialectExamples } from "../dialect.cases.ts";
import type { JourneyDraft } from "../dialect.ts";
import type { StateMachine } from "./schema.ts";

const done = { done: { type: "final" } } as const;

/** A journey as a request creates it, with these steps. */
export const journey = (initial: string, states: Record<string, unknown>, more: object = {}) => ({
  name: "Welcome new members",
  trigger_event: "account.created",
  machine_config: { initial, states },
  ...more,
});

/** The same with one step before the end. */
export const one = (meta: unknown, on: unknown = { DONE: "done" }) => journey("step", { step: { meta, on }, ...done });

const every = journey("wait", {
  wait: { meta: { type: "wait_for_duration", months: 1, days: 1, hours: 12 }, on: { ELAPSED: "email" } },
  email: { meta: { type: "send_email", templateId: 5 }, on: { DONE: "sms" } },
  sms: { meta: { type: "send_sms", templateId: 12 }, on: { DONE: "push" } },
  push: { meta: { type: "send_push_notification", templateId: 8 }, on: { DONE: "campaign" } },
  campaign: { meta: { type: "create_campaign", campaignId: 55 }, on: { DONE: "ask" } },
  ask: {
    meta: { type: "condition", attribute: "account.tier", operator: "in", value: ["gold", "silver"] },
    on: { TRUE: "done", FALSE: "until" },
  },
  until: { meta: { type: "wait_for_condition", include: [12, 15], exclude: [3] }, on: { DONE: "known" } },
  known: {
    meta: { type: "condition", attribute: "plan", operator: "exists" },
    on: { TRUE: "done", FALSE: "other_end" },
  },
  other_end: { type: "final" },
  ...done,
});

const node = (name: string, type: JourneyDocument["nodes"][number]["type"], config: object, place: number) => ({
  id: `00000000-0000-4000-8000-00000000000${place}`,
  name,
  type,
  config: { ...config },
  contentId: null as string | null,
  position: { x: 0, y: place * 152 },
});

const edge = (from: number, to: number, name: string, branch: string | null = null) => ({
  id: `00000000-0000-4000-8000-0000000000${from}${to}`,
  name,
  sourceNodeId: `00000000-0000-4000-8000-00000000000${from}`,
  targetNodeId: `00000000-0000-4000-8000-00000000000${to}`,
  branch,
  label: null,
  weight: null,
  trigger: null,
});

const draft: JourneyDraft = {
  name: "Drawn",
  description: "On the canvas",
  document: {
    nodes: [
      node("trigger", "TRIGGER", { triggerType: "MANUAL", triggerConfig: {} }, 1),
      node("pause", "WAIT", { duration: "2d" }, 2),
      { ...node("mail", "CONTENT", { contentType: "email" }, 3), contentId: "5" },
      node("end", "EXIT", {}, 4),
    ],
    edges: [
      edge(1, 2, "trigger-to-pause"),
      edge(2, 3, "pause-to-mail", "next"),
      { ...edge(3, 4, "mail-to-end"), label: "then" },
    ],
    settings: { reEntry: "every", unknownReferences: "warn" },
    goalConfig: null,
    audienceId: null,
    allowAnonymous: false,
  },
};

const wrong = (name: string, foreign: unknown, pointer: string, code: string) => ({ name, foreign, pointer, code });
const STEP = "/machine_config/states/step";
const email = { type: "send_email", templateId: 5 };
const ask = { type: "condition", attribute: "account.classification", operator: "eq", value: "vip" };
const both = { TRUE: "done", FALSE: "done" };

export const examples: DialectExamples<StateMachine> = {
  foreign: [
    { name: "one email", foreign: one(email) },
    { name: "hours", foreign: one({ type: "wait_for_duration", hours: 48 }, { ELAPSED: "done" }) },
    { name: "days and hours", foreign: one({ type: "wait_for_duration", days: 1, hours: 12 }, { ELAPSED: "done" }) },
    { name: "included segments alone", foreign: one({ type: "wait_for_condition", include: [12, 15] }) },
    { name: "excluded segments alone", foreign: one({ type: "wait_for_condition", exclude: [3] }) },
    { name: "every type of step", foreign: every },
    {
      name: "no steps",
      foreign: { name: "Empty", trigger_event: "manual", description: "Soon", machine_config: null },
    },
    { name: "a final state alone", foreign: journey("end", { end: { type: "final" } }) },
    { name: "a wait of nothing", foreign: one({ type: "wait_for_duration", seconds: 0 }, { ELAPSED: "done" }) },
    {
      name: "an answer, with keys in camel case",
      foreign: {
        "node.journey_definition": {
          "101": {
            id: 101,
            placeId: 42,
            name: "Hi",
            description: null,
            triggerEvent: "order.created",
            machineConfig: one(email).machine_config,
            active: false,
          },
        },
      },
      normal: { name: "Hi", trigger_event: "order.created", machine_config: one(email).machine_config } as StateMachine,
    },
  ],
  drafts: [{ name: "a journey drawn here", draft }],
  wrong: [
    wrong("no name", { ...one(email), name: undefined }, "/name", "missing_field"),
    wrong("a trigger that is none", { ...one(email), trigger_event: "order.lost" }, "/trigger_event", "unknown_value"),
    wrong("steps that are a list", { ...one(email), machine_config: [] }, "/machine_config", "wrong_type"),
    wrong(
      "no initial",
      { ...one(email), machine_config: { states: done } },
      "/machine_config/initial",
      "missing_field",
    ),
    wrong("an initial that is no state", journey("x", done), "/machine_config/initial", "unknown_target"),
    wrong("no states", { ...one(email), machine_config: { initial: "a" } }, "/machine_config/states", "missing_field"),
    wrong(
      "no final state",
      journey("step", { step: { meta: email, on: { DONE: "step" } } }),
      "/machine_config/states",
      "no_final_state",
    ),
    wrong(
      "another type of state",
      journey("end", { end: { type: "parallel" }, ...done }),
      "/machine_config/states/end/type",
      "unknown_type",
    ),
    wrong(
      "a final state with meta",
      journey("end", { end: { type: "final", meta: email } }),
      "/machine_config/states/end/meta",
      "wrong_value",
    ),
    wrong("no meta", journey("step", { step: { on: { DONE: "done" } }, ...done }), `${STEP}/meta`, "missing_field"),
    wrong("no on", journey("step", { step: { meta: email }, ...done }), `${STEP}/on`, "missing_field"),
    wrong("an unknown type", one({ type: "send_fax", templateId: 5 }), `${STEP}/meta/type`, "unknown_type"),
    wrong("no type", one({ templateId: 5 }), `${STEP}/meta/type`, "missing_field"),
    wrong("no template", one({ type: "send_sms" }), `${STEP}/meta/templateId`, "missing_field"),
    wrong("a template that is a text", one({ ...email, templateId: "5" }), `${STEP}/meta/templateId`, "wrong_type"),
    wrong("a field too many", one({ ...email, subject: "Hi" }), `${STEP}/meta/subject`, "unknown_field"),
    wrong(
      "a campaign that is no number",
      one({ type: "create_campaign", campaignId: 5.5 }),
      `${STEP}/meta/campaignId`,
      "wrong_type",
    ),
    wrong("no duration", one({ type: "wait_for_duration" }, { ELAPSED: "done" }), `${STEP}/meta`, "missing_field"),
    wrong(
      "half a day",
      one({ type: "wait_for_duration", days: 0.5 }, { ELAPSED: "done" }),
      `${STEP}/meta/days`,
      "wrong_type",
    ),
    wrong(
      "more than a hundred years",
      one({ type: "wait_for_duration", years: 101 }, { ELAPSED: "done" }),
      `${STEP}/meta`,
      "bad_duration",
    ),
    wrong(
      "DONE where ELAPSED belongs",
      one({ type: "wait_for_duration", days: 3 }),
      `${STEP}/on/DONE`,
      "wrong_transition",
    ),
    wrong("ELAPSED where DONE belongs", one(email, { ELAPSED: "done" }), `${STEP}/on/DONE`, "missing_field"),
    wrong("no segments", one({ type: "wait_for_condition", include: [] }), `${STEP}/meta`, "missing_field"),
    wrong(
      "a segment that is a key",
      one({ type: "wait_for_condition", exclude: [3, "vip"] }),
      `${STEP}/meta/exclude/1`,
      "wrong_type",
    ),
    wrong("TRUE without FALSE", one(ask, { TRUE: "done" }), `${STEP}/on/FALSE`, "missing_field"),
    wrong("an unknown operator", one({ ...ask, operator: "gt" }, both), `${STEP}/meta/operator`, "unknown_operator"),
    wrong("no attribute", one({ ...ask, attribute: undefined }, both), `${STEP}/meta/attribute`, "missing_field"),
    wrong("no value", one({ ...ask, value: undefined }, both), `${STEP}/meta/value`, "missing_field"),
    wrong("in without a list", one({ ...ask, operator: "in" }, both), `${STEP}/meta/value`, "wrong_type"),
    wrong("a target that does not exist", one(email, { DONE: "nowhere" }), `${STEP}/on/DONE`, "unknown_target"),
    wrong("a target that is an object", one(email, { DONE: { target: "done" } }), `${STEP}/on/DONE`, "wrong_type"),
  ],
};
