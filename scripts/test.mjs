// npm test and npm run e2e: installs and builds what the tests need, including the browser.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const flags = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { runTests } = await import("./steps/run-tests.ts");
  process.exit(await runTests(flags));
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...flags]);
}
