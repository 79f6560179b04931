import type { Entry } from "../../register.ts";

export const peopleCommands = {
  erase: {
    description: "Erase a person from every table, and print the receipt",
    load: async () => (await import("./erase.ts")).erase,
  },
  export: {
    description: "Export everything that is stored about a person as lines of JSON",
    load: async () => (await import("./export.ts")).exportPerson,
  },
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
