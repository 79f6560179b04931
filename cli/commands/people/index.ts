import type { Entry } from "../../register.ts";

export const peopleCommands = {
  import: {
    description: "Create and change people by a list; exit code 3 if rows were refused",
    load: async () => (await import("./import.ts")).importPeople,
  },
  show: {
    description: "Show a person: traits, tags, segments, journeys",
    load: async () => (await import("./show.ts")).show,
  },
  timeline: {
    description: "List what happened to a person: events, transitions, messages",
    load: async () => (await import("./timeline.ts")).timeline,
  },
} satisfies Record<string, Entry>;
