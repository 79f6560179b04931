import type { ServedWorkspace } from "#api/testing/workspace";
import { processSingleton } from "#process";
import type { Browser } from "../browser/unpack-browser.ts";

type Surroundings = { browser: Browser | null; workspace: ServedWorkspace | null };

/** What rendering tests run in. The set-up makes it if there are such tests in the run; the configuration reads it later. */
export const surroundings = processSingleton<Surroundings>("surroundings of rendering tests", () => ({
  browser: null,
  workspace: null,
}));
