import { nurture } from "./nurture.ts";

const done = { done: { type: "final" } };

/** The `machineConfig` examples of source 003, as written there. */
export const machines = {
  minimal: {
    initial: "send_welcome",
    states: { send_welcome: { meta: { type: "send_email", templateId: 5 }, on: { DONE: "done" } }, ...done },
  },
  multiStep: {
    initial: "wait",
    states: {
      wait: { meta: { type: "wait_for_duration", days: 3 }, on: { ELAPSED: "send_sms" } },
      send_sms: { meta: { type: "send_sms", templateId: 12 }, on: { DONE: "done" } },
      ...done,
    },
  },
  branching: {
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
  },
  winBack: {
    initial: "wait_2_days",
    states: {
      wait_2_days: { meta: { type: "wait_for_duration", days: 2 }, on: { ELAPSED: "send_email" } },
      send_email: { meta: { type: "send_email", templateId: 30 }, on: { DONE: "wait_3_days" } },
      wait_3_days: { meta: { type: "wait_for_duration", days: 3 }, on: { ELAPSED: "send_sms" } },
      send_sms: { meta: { type: "send_sms", templateId: 31 }, on: { DONE: "done" } },
      ...done,
    },
  },
  manual: {
    initial: "send_push",
    states: { send_push: { meta: { type: "send_push_notification", templateId: 9 }, on: { DONE: "done" } }, ...done },
  },
  /** Not an example of its own there: the steps that are shown as a `meta` alone. */
  others: {
    initial: "clone",
    states: {
      clone: { meta: { type: "create_campaign", campaignId: 55 }, on: { DONE: "hold" } },
      hold: { meta: { type: "wait_for_condition", include: [12, 15], exclude: [3] }, on: { DONE: "day" } },
      day: { meta: { type: "wait_for_duration", days: 1, hours: 12 }, on: { ELAPSED: "done" } },
      ...done,
    },
  },
} as const;

/** The steps of source 002 that its request does not have, each after a step that it needs. */
const steps = [
  {
    id: "step_decide",
    type: "decide",
    config: { decisionFlowId: "df_personal_loans", maxOffers: 1, storeResultAs: "loan_recommendation" },
  },
  {
    id: "step_branch",
    type: "branch",
    config: {
      conditions: [
        { label: "Converted", expression: "outcome == 'conversion'", targetStepId: "step_thank_you" },
        { label: "Clicked but no conversion", expression: "outcome == 'click'", targetStepId: "step_followup" },
      ],
      defaultTargetStepId: "step_reminder",
    },
  },
  {
    id: "step_send",
    type: "send",
    config: { channelId: "ch_email", creativeId: "treat_loan_email_v1", resultSource: "loan_recommendation" },
  },
  {
    id: "step_update",
    type: "update",
    config: {
      operations: [
        { type: "set_attribute", key: "journey_stage", value: "followup_sent" },
        { type: "add_segment", segment: "loan_interested" },
      ],
    },
  },
];

export type Body = { readonly name: string; readonly request: string; readonly body: unknown };

/** The body of source 001 that creates a journey. */
const onboarding = (siteId: string) => ({
  name: "New User Onboarding",
  siteId,
  description: "Guide new users through core features",
  settings: {},
  goalConfig: { type: "flow_completed", config: { flowId: "flow_abc" }, deadline: 7 },
  nodes: [
    {
      type: "TRIGGER",
      config: { triggerType: "URL_MATCH", triggerConfig: { matchType: "contains", pattern: "/dashboard" } },
      position: { x: 0, y: 0 },
    },
    { type: "CONTENT", contentId: "flow_abc", config: { contentType: "flow" }, position: { x: 200, y: 0 } },
  ],
  edges: [{ sourceNodeId: "<node-1-id>", targetNodeId: "<node-2-id>" }],
});

/** The body of source 001 that saves a canvas. */
const canvas = ([trigger, content]: readonly [string, string]) => ({
  nodes: [
    { id: trigger, type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} }, position: { x: 0, y: 0 } },
    {
      id: content,
      type: "CONTENT",
      contentId: "flow_abc",
      config: { contentType: "flow" },
      position: { x: 220, y: 0 },
    },
  ],
  edges: [{ sourceNodeId: trigger, targetNodeId: content, label: "Start" }],
});

const welcome = {
  name: "Welcome new members",
  trigger_event: "account.created",
  description: "Send a welcome email when someone joins the loyalty programme.",
};

/** What the server assigned: journeys of each API that the requests change. */
export type Assigned = {
  readonly siteId: string;
  readonly journey: string;
  readonly nodes: readonly [string, string];
  readonly v1Draft: string;
  readonly places: string;
  readonly placeJourney: number;
  readonly manualJourney: number;
};

/** Every body of a request in the documents 001, 002 and 003. */
export function documentBodies(ids: Assigned): readonly Body[] {
  const journeys = `${ids.places}/journeys`;
  return [
    { name: "001 create", request: "POST /api/journeys", body: onboarding(ids.siteId) },
    { name: "001 canvas", request: `PUT /api/journeys/${ids.journey}/canvas`, body: canvas(ids.nodes) },
    { name: "002 create", request: "POST /api/v1/journeys", body: nurture },
    { name: "002 steps", request: `PUT /api/v1/journeys/${ids.v1Draft}`, body: { steps } },
    { name: "003 create", request: `POST ${journeys}`, body: welcome },
    ...Object.entries(machines).map(([name, machine_config]) => ({
      name: `003 ${name}`,
      request: `PUT ${journeys}/${ids.placeJourney}`,
      body: { machine_config },
    })),
    {
      name: "003 run",
      request: `POST ${journeys}/${ids.manualJourney}/run`,
      body: { include_segment_ids: [4], exclude_segment_ids: [6] },
    },
    { name: "003 recommendation", request: `POST ${ids.places}/recommendations/accept`, body: recommendation },
  ];
}

const recommendation = {
  type: "journey",
  data: {
    name: "Welcome",
    trigger_event: "account.created",
    machineConfig: {
      initial: "send_welcome",
      states: {
        send_welcome: { meta: { type: "send_email", templateRef: "welcome_email" }, on: { DONE: "done" } },
        ...done,
      },
    },
  },
  children: [{ type: "template", data: { name: "Welcome", subject: "Hi", text: "Hello", localRef: "welcome_email" } }],
};
