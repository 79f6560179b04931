import type { Entry } from "../register.ts";
import { journeyCommands } from "./journey/index.ts";

/** All commands. Each is loaded only when it is used, as its parts take longer to load than Node itself. */
export const commands: Readonly<Record<string, Entry>> = {
  journey: { description: "Create, edit and run journeys", commands: journeyCommands },
  login: {
    description: "Sign in to a server and note it as a profile",
    load: async () => (await import("./login.ts")).login,
  },
  logout: {
    description: "Forget a profile; without --profile the current one",
    load: async () => (await import("./logout.ts")).logout,
  },
};
