// npm start, npm run dev, npm run worker: installs and builds what is missing, then runs the server.
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { continueIn, endWithParent, findNode, hasRoom, isWantedNode, roomFlags } from "./steps/node.mjs";

const flags = process.argv.slice(2);

if (!process.send) ensureDependencies();
endWithParent();
if (isWantedNode() && hasRoom()) {
  process.env.NODE_ENV = flags.includes("--dev") ? "development" : "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  await import(flags.includes("--worker") ? "../worker.ts" : "../server.ts");
} else {
  continueIn(findNode(), [...roomFlags, fileURLToPath(import.meta.url), ...flags]);
}
