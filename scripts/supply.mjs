// npm run supply [-- --sbom <file> | --ages [days]]: licences, bill of materials and ages of what others supply.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const flags = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { runSupply } = await import("./steps/supply/run-supply.ts");
  process.exit(await runSupply(flags));
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...flags]);
}
