// npm run secret:rotate: seals with SOJOURN_SECRET what one of SOJOURN_OLD_SECRETS sealed, and says what is left.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { rotateByCommand } = await import("./steps/rotate-secrets.ts");
  process.exit(await rotateByCommand());
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url)]);
}
