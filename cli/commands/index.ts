import type { Entry } from "../register.ts";
import { eventCommands } from "./events/index.ts";
import { journeyCommands } from "./journey/index.ts";
import { peopleCommands } from "./people/index.ts";

/** All commands. Each is loaded only when it is used, as its parts take longer to load than Node itself. */
export const commands: Readonly<Record<string, Entry>> = {
  apply: {
    description: "Make the server as journey files say, or do what a plan says",
    load: async () => (await import("./apply.ts")).apply,
  },
  audit: {
    description: "Account for every enrollment",
    load: async () => (await import("./audit.ts")).audit,
  },
  backtest: {
    description: "Run the draft on past events, beside what is live; nothing is sent",
    load: async () => (await import("./backtest.ts")).backtest,
  },
  bench: {
    description: "Measure how fast the server stores events",
    load: async () => (await import("./bench.ts")).bench,
  },
  complete: {
    description: "Print the words that may follow on a command line; for the scripts of `completion`",
    load: async () => (await import("./complete.ts")).complete,
  },
  completion: {
    description: "Print the script that completes command lines in a shell",
    load: async () => (await import("./completion.ts")).completion,
  },
  diff: {
    description: "The same as plan",
    load: async () => (await import("./plan.ts")).plan,
  },
  doctor: {
    description: "Check the connection, the key, the clock, mail and the engine",
    load: async () => (await import("./doctor.ts")).doctor,
  },
  drift: {
    description: "Show what the server has otherwise than journey files; exit code 2 if anything",
    load: async () => (await import("./drift.ts")).drift,
  },
  events: { description: "Send and follow events", commands: eventCommands },
  export: {
    description: "Write a journey in one of the formats that can be imported",
    load: async () => (await import("./export.ts")).exportJourney,
  },
  funnel: {
    description: "Show how many people reached each node",
    load: async () => (await import("./funnel.ts")).funnel,
  },
  import: {
    description: "Create a journey from a file, or change one",
    load: async () => (await import("./import.ts")).importJourney,
  },
  init: {
    description: "Write a folder of journeys as code: settings, schemas, an example and a workflow",
    load: async () => (await import("./init.ts")).init,
  },
  journey: { description: "Create, edit and run journeys", commands: journeyCommands },
  login: {
    description: "Sign in to a server and note it as a profile",
    load: async () => (await import("./login.ts")).login,
  },
  logout: {
    description: "Forget a profile; without --profile the current one",
    load: async () => (await import("./logout.ts")).logout,
  },
  mcp: {
    description: "Connect a program that speaks MCP over stdin and stdout with the server's tools",
    load: async () => (await import("./mcp.ts")).mcp,
  },
  open: {
    description: "Print the address of a journey's page, and open it",
    load: async () => (await import("./open.ts")).open,
  },
  overlap: {
    description: "List the people who are in two journeys at once",
    load: async () => (await import("./overlap.ts")).overlap,
  },
  people: { description: "Look at people", commands: peopleCommands },
  plan: {
    description: "Compare journey files with the server; exit code 2 if there are changes",
    load: async () => (await import("./plan.ts")).plan,
  },
  preflight: {
    description: "Check whether a journey can be activated; exit code 3 if not",
    load: async () => (await import("./preflight.ts")).preflight,
  },
  promote: {
    description: "Take a journey with everything that it needs to another workspace, as a draft",
    load: async () => (await import("./promote.ts")).promote,
  },
  pull: {
    description: "Write journeys to files, to be changed there and applied",
    load: async () => (await import("./pull.ts")).pull,
  },
  simulate: {
    description: "Run one person through the draft, skipping waits; nothing is sent",
    load: async () => (await import("./simulate.ts")).simulate,
  },
  test: {
    description: "Run scenarios through journey files on a virtual clock; exit code 1 if one fails",
    load: async () => (await import("./test.ts")).test,
  },
  types: {
    description: "Write TypeScript types of the events and traits that the workspace has seen",
    load: async () => (await import("./types.ts")).types,
  },
  why: {
    description: "Explain why a person is, was or is not in a journey",
    load: async () => (await import("./why.ts")).why,
  },
};
