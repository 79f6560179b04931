import type { Entry } from "../../../register.ts";

export const nodeCommands = {
  list: {
    description: "List the nodes with their actions and how many transitions lead in and out",
    load: async () => (await import("./list.ts")).list,
  },
  add: { description: "Add a node", load: async () => (await import("./add.ts")).add },
  update: {
    description: "Change what a node does; --action replaces the action, but for its sender",
    load: async () => (await import("./update.ts")).update,
  },
  remove: {
    description: "Remove a node with all transitions from and to it",
    load: async () => (await import("./remove.ts")).remove,
  },
} satisfies Record<string, Entry>;
