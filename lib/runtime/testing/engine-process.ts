import { openChannels } from "#channels";
import { connect } from "#db";
import { startEngine } from "../index.ts";

/** An engine in a separate process, for tests that kill it: `node engine-process.ts <database url> [smtp url]`. */
const [url, smtpUrl] = process.argv.slice(2);
if (!url) throw new Error("Give the database's url.");
const channels = smtpUrl ? openChannels({ smtpUrl, defaultFrom: "Acme <hello@acme.example>" }) : null;
startEngine(connect(url, { max: 8, settings: { application_name: "sojourn-test-engine" } }), {
  outbox: channels ? { channels } : false,
  workers: 2,
  pollMs: 20,
  limits: { signals: 200, timers: 200 },
  report: () => {},
});
process.stdout.write("started\n");
