export const journey = {
  format: "sojourn-journey",
  version: 1,
  name: "Welcome",
  description: "Greets everyone",
  nodes: [
    {
      name: "start",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "user.created" } },
      position: { x: 0, y: 0 },
    },
    { name: "mail", type: "CONTENT", config: { contentType: "email" }, content: "welcome", position: { x: 0, y: 152 } },
    { name: "done", type: "EXIT", config: {}, position: { x: 300, y: 152 } },
  ],
  edges: [
    { name: "start-to-mail", from: "start", to: "mail" },
    { name: "on login", from: "mail", to: "done", label: "Login", trigger: { type: "event", event: "user.login" } },
  ],
  settings: { reEntry: "restart", maxDuration: 14 },
  goalConfig: { type: "event", config: { eventName: "app.paid" } },
  audience: "customers",
  allowAnonymous: true,
} as const;

export const manual = { triggerType: "MANUAL", triggerConfig: {} };

export const bare = {
  format: "sojourn-journey",
  version: 1,
  name: "Bare",
  nodes: [{ name: "start", type: "TRIGGER", config: manual }],
} as const;
