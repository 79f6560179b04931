import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/browser/find-browser.ts";
import { launchArguments } from "./e2e/browser/launch-arguments.ts";

const { executablePath, env } = await findBrowser();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // One server and one browser at a time: a run must be stable on two cores too.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    // A trace of every test was a third of the processor time; `npm run e2e -- x.spec.ts --trace on` records those of one file.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: launchArguments,
      env: { ...process.env, ...env } as Record<string, string>,
    },
  },
});
