import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { ensureBuild } = await import("./steps/build.ts");
  await ensureBuild({ always: true });
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url)]);
}
