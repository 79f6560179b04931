// npm run audit [-- --json]: audits every enrollment in the database; exit code 1 if there are findings.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const flags = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { runAudit } = await import("./steps/run-audit.ts");
  process.exit(await runAudit(flags));
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...flags]);
}
