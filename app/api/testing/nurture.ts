/** The request of source 002 that creates a journey, as written there. */
export const nurture = {
  name: "Personal Loan Nurture",
  description: "3-week nurture journey for loan-interested customers",
  maxDuration: 21,
  status: "draft",
  entryConditions: {
    segments: ["loan_interested"],
    minDaysSinceLastJourney: 30,
  },
  steps: [
    {
      id: "step_initial_offer",
      type: "decide",
      config: { decisionFlowId: "df_personal_loans", maxOffers: 1 },
    },
    {
      id: "step_send_email",
      type: "send",
      config: { channelId: "ch_email", resultSource: "step_initial_offer" },
    },
    {
      id: "step_wait_3d",
      type: "wait",
      config: { duration: 3, unit: "days" },
    },
    {
      id: "step_check_response",
      type: "branch",
      config: {
        conditions: [{ label: "Converted", expression: "outcome == 'conversion'", targetStepId: "step_end" }],
        defaultTargetStepId: "step_followup",
      },
    },
  ],
};

/** Two steps that can run: the update of the source, and a wait. */
export const thankYou = [
  {
    id: "step_followup",
    type: "update",
    config: {
      operations: [
        { type: "set_attribute", key: "journey_stage", value: "followup_sent" },
        { type: "add_segment", segment: "loan_interested" },
      ],
    },
  },
  { id: "step_end", type: "wait", config: { duration: 1, unit: "hours" } },
];
