import { connect } from "#db";
import { startEngine } from "../index.ts";

/** An engine in a process of its own, to be killed: `node engine-process.ts <database url>`. */
const [url] = process.argv.slice(2);
if (!url) throw new Error("Give the database's url.");
startEngine(connect(url, { max: 8, settings: { application_name: "sojourn-test-engine" } }), {
  outbox: false,
  workers: 2,
  pollMs: 20,
  limits: { signals: 200, timers: 200 },
});
process.stdout.write("started\n");
