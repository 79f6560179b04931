import { findAreaProblems } from "./check-areas.ts";
import { findDecisionProblems } from "./check-decisions.ts";
import { findFaultProblems } from "./check-faults.ts";
import { findKindProblems } from "./check-kinds.ts";
import { findPathProblems } from "./check-paths.ts";
import { findRuleProblems } from "./check-rules.ts";
import { findStatementProblems } from "./check-statements.ts";
import { findWordProblems } from "./check-words.ts";
import { runProgram } from "./run-program.ts";
import { findSupplyProblems } from "./supply/check-supply.ts";

type Check = { readonly name: string; readonly run: () => Promise<string | null> };

const program =
  (script: string, ...args: string[]) =>
  async () => {
    const { code, output } = await runProgram(script, args, { quiet: true });
    return code === 0 ? null : output.trim();
  };

const listing = (find: () => string[]) => async () => {
  const problems = find();
  return problems.length === 0 ? null : problems.map((line) => `  ${line}`).join("\n");
};

const CHECKS: readonly Check[] = [
  {
    name: "format, lint, layers",
    run: program("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--colors=off"),
  },
  { name: "types", run: program("typescript/bin/tsc", "--noEmit", "--pretty", "false") },
  { name: "unused code", run: program("knip/bin/knip.js", "--no-progress") },
  { name: "areas", run: listing(findAreaProblems) },
  { name: "paths in documents", run: listing(findPathProblems) },
  { name: "decisions", run: listing(findDecisionProblems) },
  { name: "rules of the engine", run: listing(findRuleProblems) },
  { name: "form of statements", run: listing(findStatementProblems) },
  { name: "reported faults", run: listing(findFaultProblems) },
  { name: "kinds by name", run: listing(findKindProblems) },
  { name: "words in texts", run: listing(findWordProblems) },
  { name: "what others supply", run: listing(findSupplyProblems) },
];

/** Runs every check, two at a time, and prints their findings; returns the exit code. */
export async function runChecks(): Promise<number> {
  const waiting = [...CHECKS];
  let failed = 0;
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now();
      const problems = await check.run();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(
        `${problems ? "✗" : "✓"} ${check.name} (${seconds} s)\n${problems ? `${problems}\n\n` : ""}`,
      );
      if (problems) failed++;
    }
  };
  await Promise.all([work(), work()]);
  process.stdout.write(failed ? `\n${failed} of ${CHECKS.length} checks failed\n` : "\nAll checks passed\n");
  return failed ? 1 : 0;
}
