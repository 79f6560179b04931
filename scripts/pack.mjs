// npm run pack -- <folder>: the CLI and the clients for JavaScript as packages, to publish or to install from a file.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const args = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { packPackages } = await import("./steps/pack-packages.ts");
  const [folder = "packages"] = args;
  for (const file of Object.values(await packPackages(folder))) process.stdout.write(`${file}\n`);
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...args]);
}
