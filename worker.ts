import { config } from "#config";
import { log } from "#log";
import { startEngine } from "#runtime";
import { openWorkerDatabase } from "./scripts/boot/open-database.ts";
import { run } from "./scripts/boot/run.ts";

await run(async (parts, fail) => {
  const settings = config();
  const opened = await openWorkerDatabase(settings, fail);
  parts.push({ name: "The database", stop: opened.close });
  const engine = startEngine(opened.database, { url: opened.url });
  parts.push({ name: "The engine", stop: engine.stop });
  if (settings.log.format === "json") log.info("engine started");
  else process.stdout.write("\n  ◆ Sojourn engine is running. Ctrl+C stops it.\n\n");
});
