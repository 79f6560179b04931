// npm run restore -- FOLDER [--replace] [--json]: puts a backup into the data folder; Sojourn must be stopped.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const flags = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { runRestore } = await import("./steps/run-restore.ts");
  process.exit(await runRestore(flags));
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...flags]);
}
