import type { Entry } from "../../register.ts";

export const eventCommands = {
  send: {
    description: "Send an event of a person, or messages from a file",
    load: async () => (await import("./send.ts")).send,
  },
  tail: { description: "Follow the events that arrive", load: async () => (await import("./tail.ts")).tail },
} satisfies Record<string, Entry>;
