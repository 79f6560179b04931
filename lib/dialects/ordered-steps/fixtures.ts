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
