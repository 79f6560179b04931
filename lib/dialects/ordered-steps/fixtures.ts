/** The example of source 002, as written there. */
export const nurture = {
  name: "Personal Loan Nurture",
  description: "3-week nurture journey for loan-interested customers",
  maxDuration: 21,
  entryConditions: { segments: ["loan_interested"], minDaysSinceLastJourney: 30 },
  steps: [
    { id: "step_initial_offer", type: "decide", config: { decisionFlowId: "df_personal_loans", maxOffers: 1 } },
    {
      id: "step_send_email",
      type: "send",
      config: { channelId: "ch_email", resultSource: "step_initial_offer" },
    },
    { id: "step_wait_3d", type: "wait", config: { duration: 3, unit: "days" } },
    {
      id: "step_check_response",
      type: "branch",
      config: {
        conditions: [{ label: "Converted", expression: "outcome == 'conversion'", targetStepId: "step_end" }],
        defaultTargetStepId: "step_followup",
      },
    },
  ],
} as const;

export const everyType = {
  name: "Every type",
  description: "One step of each type",
  entryConditions: { event: "app.applied", expression: "event.properties.amount > 10", filter: { source: "web" } },
  steps: [
    {
      id: "mark",
      type: "update",
      config: {
        operations: [
          { type: "set_attribute", key: "journey_stage", value: "followup_sent" },
          { type: "unset_attribute", key: "old" },
          { type: "add_segment", segment: "loan_interested" },
          { type: "remove_segment", segment: 12 },
          { type: "set_flag", key: "seen", value: false },
          { type: "set_flag", key: "asked" },
        ],
      },
    },
    { id: "mail", type: "send", config: { channelId: "ch_email", creativeId: "treat_loan_email_v1" }, next: "pause" },
    { id: "text", type: "send", config: { channelId: "ch_sms", creativeId: "sms_v1" }, next: null },
    { id: "pause", type: "wait", config: { duration: 90, unit: "minutes" } },
    {
      id: "check",
      type: "branch",
      config: {
        conditions: [
          { label: "default", expression: "true", targetStepId: "text" },
          { label: "VIP", rules: { all: [{ field: "person.traits.vip", op: "eq", value: true }] }, targetStepId: null },
        ],
        defaultTargetStepId: null,
      },
    },
  ],
} as const;

export const noTargets = {
  name: "Left out",
  steps: [
    { id: "check", type: "branch", config: { conditions: [{ label: "A", expression: "true", targetStepId: "b" }] } },
    { id: "b", type: "wait", config: { duration: 1, unit: "days" } },
  ],
} as const;
