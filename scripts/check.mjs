// npm run check: format, lint, layers, types, unused code, paths in the documents. No database, under a minute.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { runChecks } = await import("./steps/run-checks.ts");
  process.exit(await runChecks());
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url)]);
}
