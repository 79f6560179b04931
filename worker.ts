import { config } from "#config";
import { startEngine } from "#runtime";
import { openWorkerDatabase } from "./scripts/boot/open-database.ts";
import { run } from "./scripts/boot/run.ts";

await run(async (parts, fail) => {
  const opened = await openWorkerDatabase(config(), fail);
  parts.push({ name: "The database", stop: opened.close });
  const engine = startEngine(opened.database, { url: opened.url });
  parts.push({ name: "The engine", stop: engine.stop });
  process.stdout.write("\n  ◆ Sojourn engine at work. Ctrl+C stops it.\n\n");
});
