import type { Entry } from "../../register.ts";
import { nodeCommands } from "./node/index.ts";
import { transitionCommands } from "./transition/index.ts";

export const journeyCommands: Readonly<Record<string, Entry>> = {
  create: {
    description: "Create a journey with its entry node; add the rest with `node add` and `transition add`",
    load: async () => (await import("./create.ts")).create,
  },
  show: {
    description: "Show a journey: its nodes, transitions, figures and warnings",
    load: async () => (await import("./show.ts")).show,
  },
  list: {
    description: "List journeys; archived ones only with --status archived",
    load: async () => (await import("./list.ts")).list,
  },
  update: {
    description: "Change a journey; only what is given changes",
    load: async () => (await import("./update.ts")).update,
  },
  activate: {
    description: "Start enrolling people; a paused journey is resumed with its changes",
    load: async () => (await import("./activate.ts")).activate,
  },
  pause: {
    description: "Pause: nobody new enters, actions queue, transitions continue",
    load: async () => (await import("./pause.ts")).pause,
  },
  archive: {
    description: "End a journey for good: everyone inside leaves, unsent messages are cancelled",
    load: async () => (await import("./archive.ts")).archive,
  },
  remove: {
    description: "Delete a journey with all enrollments in it",
    load: async () => (await import("./remove.ts")).remove,
  },
  analytics: {
    description: "Count people per node and transition, with rates and times",
    load: async () => (await import("./analytics.ts")).analytics,
  },
  tree: {
    description: "Draw a journey as a tree",
    load: async () => (await import("./tree.ts")).tree,
  },
  node: { description: "List and edit the nodes of a journey", commands: nodeCommands },
  transition: { description: "List and edit the transitions of a journey", commands: transitionCommands },
  "add-node": { ...nodeCommands.add, description: "The same as `node add`" },
  "add-transition": { ...transitionCommands.add, description: "The same as `transition add`" },
};
