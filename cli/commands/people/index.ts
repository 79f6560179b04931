import type { Entry } from "../../register.ts";

export const peopleCommands = {
  show: {
    description: "Show a person: traits, tags, segments, journeys",
    load: async () => (await import("./show.ts")).show,
  },
  timeline: {
    description: "List what happened to a person: events, transitions, messages",
    load: async () => (await import("./timeline.ts")).timeline,
  },
} satisfies Record<string, Entry>;
