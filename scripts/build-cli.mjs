// npm run build:cli: the CLI as one file with everything it needs, in cli/dist, as it is published.
import { ensureDependencies } from "./steps/dependencies.mjs";

ensureDependencies();
const { buildCli } = await import("./steps/build-cli.mjs");
const { file, bytes } = await buildCli();
process.stdout.write(`${file} (${Math.round(bytes / 1024)} KB)\n`);
