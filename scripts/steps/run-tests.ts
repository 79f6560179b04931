import { existsSync, readFileSync, rmSync } from "node:fs";
import { ensureBuild } from "./build.ts";
import { runProgram } from "./run-program.ts";
import { say } from "./say.ts";

type Count = { readonly passed: number; readonly failed: number };

const SUITES = "test-results/suites.json";
const BROWSER = "test-results/browser.json";

/** Runs all tests (with `--e2e` the browser ones alone) and ends with one line of counts; returns the exit code. */
export async function runTests(flags: readonly string[]): Promise<number> {
  const extra = flags.filter((flag) => flag !== "--e2e");
  const suites = flags.includes("--e2e") ? { passed: 0, failed: 0 } : await runSuites();
  const browser = await runBrowserTests(extra);
  const passed = suites.passed + browser.passed;
  const failed = suites.failed + browser.failed;
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function runSuites(): Promise<Count> {
  rmSync(SUITES, { force: true });
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${SUITES}`];
  const { code } = await runProgram("vitest/vitest.mjs", args);
  const report = read<{ numPassedTests: number; numFailedTests: number }>(SUITES);
  return honest(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

async function runBrowserTests(extra: readonly string[]): Promise<Count> {
  try {
    await ensureBuild();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
  rmSync(BROWSER, { force: true });
  const { code } = await runProgram("@playwright/test/cli.js", ["test", ...extra]);
  const stats = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(BROWSER)?.stats;
  return honest(code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0);
}

// A runner that fails without a failed test (a file that does not load, a set-up that breaks) counts as one failure.
const honest = (code: number, passed: number, failed: number): Count => ({
  passed,
  failed: code !== 0 && failed === 0 ? 1 : failed,
});

function read<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : null;
}
