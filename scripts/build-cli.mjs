// npm run build:cli: the CLI as one file with everything it needs, in cli/dist, as it is published.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { buildCli } = await import("../cli/build.ts");
  const { file, bytes } = await buildCli();
  process.stdout.write(`${file} (${Math.round(bytes / 1024)} KB)\n`);
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url)]);
}
