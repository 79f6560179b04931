// npm run backup -- FOLDER [--json]: copies the embedded database and the uploaded files while they are in use.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const flags = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { runBackup } = await import("./steps/run-backup.ts");
  process.exit(await runBackup(flags));
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...flags]);
}
