import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const tests = (kind: string) =>
  ["lib", "components", "app", "scripts", "bench"].map((area) => `${area}/**/*${kind}.{ts,tsx}`);

export default defineConfig({
  test: {
    // Suites wait on conditions with bounds of their own; this one only ends a test that hangs.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Left to itself vitest leaves a core free; on two cores that is one worker, and 511 s instead of 308 s.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        // Naming anything to leave out replaces what is left out otherwise; `bench/compare` has packages of its own.
        test: { name: "pure", include: tests(".test"), exclude: ["**/node_modules/**", ...tests(".db.test")] },
      },
      {
        extends: true,
        test: { name: "database", include: tests(".db.test"), globalSetup: "lib/db/testing/server.ts" },
      },
    ],
  },
});
