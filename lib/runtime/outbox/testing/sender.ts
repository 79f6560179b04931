import { openChannels } from "#channels";
import { connect } from "#db";
import { type OutboxRuntime, openClaimOwner, openDeadWatch, runOutbox } from "../index.ts";

// A sender process for tests that kill it: `node sender.ts <database url> <smtp url>` sends until it dies.
const [, , url = "", smtpUrl = ""] = process.argv;
const database = connect(url, { max: 4 });
const channels = openChannels({ smtpUrl, defaultFrom: "Acme <hello@acme.example>" });
const runtime: OutboxRuntime = { database, clock: { kind: "database" }, channels, owner: openClaimOwner(database) };
const watch = openDeadWatch(runtime);
for (;;) {
  await watch();
  await runOutbox(runtime);
}
