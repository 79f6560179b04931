export const onboarding = {
  name: "Onboarding Flow",
  entryEvent: "user.created",
  entryNode: "welcome_email",
  entryConditions: { provider: "credentials" },
  reEntryPolicy: "skip",
  nodes: {
    welcome_email: {
      action: { type: "send_email", templateSlug: "welcome-email", surveySlug: "onboarding-nps" },
      terminal: false,
    },
    nudge_1: {
      action: { type: "send_email", templateSlug: "login-nudge", fromIdentityEmail: "hello@acme.example" },
      terminal: true,
    },
    pro: { action: { type: "tag_user", tagName: "pro" }, terminal: true },
    done: { action: { type: "none" }, terminal: true },
  },
  transitions: [
    { name: "welcome_email-to-nudge_1", from: "welcome_email", to: "nudge_1", trigger: { type: "timer", delay: "2d" } },
    { name: "login-success", from: "welcome_email", to: "done", trigger: { type: "event", event: "user.login" } },
    {
      name: "welcome_email-to-pro",
      from: "welcome_email",
      to: "pro",
      trigger: { type: "event", event: "app.upgraded_plan", eventFilter: { plan: "pro" } },
    },
  ],
} as const;

export const short = {
  name: "Short",
  entryNode: "a",
  nodes: { a: {}, b: { action: { type: "advance_stage", stageName: "active" } }, c: { terminal: true } },
  transitions: [
    { from: "a", to: "b", trigger: { type: "timer", delay: 45 } },
    { from: "a", to: "b", trigger: { type: "event", event: "app.x" } },
    { from: "b", to: "c", trigger: { type: "timer", delay: "0m" } },
  ],
} as const;

export const propertyCalledEvent = { ...onboarding, entryEvent: "app.x", entryConditions: { event: "signup" } };
