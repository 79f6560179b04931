import { setTimeout as sleep } from "node:timers/promises";
import { config } from "#config";
import { startEngine } from "#runtime";
import { createFirstOwner, signInLink } from "#services/accounts";
import { watchDatabase } from "#services/installation";
import { announce } from "./scripts/boot/announce.ts";
import { startDemo } from "./scripts/boot/demo.ts";
import { openMonitoring } from "./scripts/boot/monitoring.ts";
import { openServerDatabase } from "./scripts/boot/open-database.ts";
import { openPages } from "./scripts/boot/pages.ts";
import { run } from "./scripts/boot/run.ts";
import { openTracing } from "./scripts/boot/tracing.ts";
import { openWeb } from "./scripts/boot/web.ts";
import { ensureBuild } from "./scripts/steps/build.ts";
import { buildBrowserClient } from "./scripts/steps/build-browser-client.ts";

const DEMO_PATIENCE_MS = 20_000;
const dev = process.env.NODE_ENV === "development";

await run(async (parts, fail) => {
  const settings = config();
  if (settings.traces) parts.push(openTracing(settings.traces));
  const { database, direct, url, kind, close } = await openServerDatabase(settings, fail);
  parts.push({ name: "The database", stop: close });
  const watch = watchDatabase(database);
  parts.push({ name: "The watch of the database", stop: watch.stop });
  const { metrics } = settings;
  if (metrics) parts.push(await openMonitoring(database, metrics.port, metrics.host));
  await createFirstOwner();
  // Only now, because a build would remove the pages of a server that is running already.
  await (dev ? buildBrowserClient() : ensureBuild());
  const web = await openWeb(settings, database, (server) => openPages(settings, dev, server));
  parts.push({ name: "The web server", stop: web.close });
  await web.listen();
  const engine = startEngine(database, { url });
  parts.push({ name: "The engine", stop: engine.stop });
  const demo = settings.demo ? startDemo(direct) : null;
  if (demo) parts.push({ name: "The demo", stop: demo.stop });
  // Usually takes seconds; on a slow machine it appears when the pages are in use already.
  await Promise.race([demo?.made, sleep(DEMO_PATIENCE_MS, undefined, { ref: false })]);
  announce({ config: settings, database: kind, signInLink: await signInLink(), dev });
});
