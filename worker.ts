import { config } from "#config";
import { log } from "#log";
import { startEngine } from "#runtime";
import { watchDatabase } from "#services/installation";
import { openMonitoring } from "./scripts/boot/monitoring.ts";
import { openWorkerDatabase } from "./scripts/boot/open-database.ts";
import { run } from "./scripts/boot/run.ts";
import { openTracing } from "./scripts/boot/tracing.ts";

await run(async (parts, fail) => {
  const settings = config();
  if (settings.traces) parts.push(openTracing(settings.traces));
  const opened = await openWorkerDatabase(settings, fail);
  parts.push({ name: "The database", stop: opened.close });
  const { metrics } = settings;
  if (metrics) {
    const watch = watchDatabase(opened.database);
    parts.push({ name: "The watch of the database", stop: watch.stop });
    parts.push(await openMonitoring(opened.database, metrics.port, metrics.host));
  }
  const engine = startEngine(opened.database, { url: opened.url });
  parts.push({ name: "The engine", stop: engine.stop });
  if (settings.log.format === "json") log.info("engine started");
  else process.stdout.write("\n  ◆ Sojourn engine is running. Ctrl+C stops it.\n\n");
});
