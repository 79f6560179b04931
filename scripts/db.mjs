// npm run db:distribute [-- --yes], npm run db:undistribute [-- --yes]: says what it would do; with --yes, does it.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const flags = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { runDistribute } = await import("./steps/run-distribute.ts");
  process.exit(await runDistribute(flags));
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...flags]);
}
