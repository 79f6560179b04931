import type { Entry } from "../../../register.ts";

export const transitionCommands = {
  list: {
    description: "List the transitions: “on user.login -> done”, “after 2d -> nudge_1”",
    load: async () => (await import("./list.ts")).list,
  },
  add: {
    description: "Add a transition between two nodes",
    load: async () => (await import("./add.ts")).add,
  },
  update: {
    description: "Replace the trigger of a transition",
    load: async () => (await import("./update.ts")).update,
  },
  remove: { description: "Remove a transition", load: async () => (await import("./remove.ts")).remove },
} satisfies Record<string, Entry>;
