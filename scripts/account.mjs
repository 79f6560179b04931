// npm run account:reset -- ada@example.com: makes a one-time link for an owner who is locked out.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, findNode, isWantedNode } from "./steps/node.mjs";

const words = process.argv.slice(2);

if (!process.send) ensureDependencies();
if (isWantedNode()) {
  const { resetByCommand } = await import("./steps/reset-account.ts");
  process.exit(await resetByCommand(words));
} else {
  continueIn(findNode(), [fileURLToPath(import.meta.url), ...words]);
}
