import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { apiOfPages, browserMode, pageLibraries } from "./e2e/rendering/browser-project.ts";

const tests = (kind: string) =>
  ["lib", "components", "app", "cli", "sdk", "scripts", "bench"].map((area) => `${area}/**/*${kind}.{ts,tsx}`);

export default defineConfig({
  test: {
    // Suites wait on conditions with their own limits; this one only ends a test that hangs.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By default vitest leaves a core free; on two cores that is one worker, and 511 s instead of 308 s.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        // They hold nothing that another file could see, and loading the same modules for each file was 60 % of their time:
        // 90 s instead of 211 s of processor time.
        // `exclude` replaces the defaults, so node_modules is listed too; `bench/compare` has its own packages.
        test: {
          name: "pure",
          isolate: false,
          setupFiles: "lib/process/testing/set-up.ts",
          include: tests(".test"),
          exclude: ["**/node_modules/**", ...tests(".db.test"), ...tests(".browser.test")],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          isolate: false,
          include: tests(".db.test"),
          setupFiles: ["lib/process/testing/set-up.ts", "lib/db/testing/set-up.ts"],
          globalSetup: "lib/db/testing/server.ts",
        },
      },
      {
        extends: true,
        plugins: [apiOfPages],
        optimizeDeps: { include: pageLibraries },
        test: {
          name: "browser",
          include: tests(".browser.test"),
          globalSetup: "e2e/rendering/set-up.ts",
          setupFiles: "components/testing/page.ts",
          // The parts of the pages are loaded once, not once a file; each test takes away what it put up.
          isolate: false,
          fileParallelism: false,
          // After the others, because it has one worker and they have several.
          sequence: { groupOrder: 1 },
          browser: browserMode,
        },
      },
    ],
  },
});
