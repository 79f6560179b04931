// npm run replay -- <personId> [--at <time>]: prints what the engine would read of a person, as JSON. With the path of such
// a file instead of an id it steps it and says what would come of it. Nothing is written to the database.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const args = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { runReplay } = await import("./steps/replay/run-replay.ts");
  process.exitCode = await runReplay(args);
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...args]);
}
