// `node script.ts <address> <key> <people> [ending]`: an application that sends events and ends without a word to the
// client, by itself, by `process.exit` or by a signal.
import { Sojourn } from "../index.ts";

const [url = "", secretKey = "", people = "1", ending = "itself"] = process.argv.slice(2);
const client = new Sojourn({ url, secretKey });
for (let n = 0; n < Number(people); n++) client.track(`person-${n}`, "left", { n });
if (ending === "exit") process.exit(0);
if (ending === "signal") {
  setInterval(() => {}, 60_000);
  process.kill(process.pid, "SIGTERM");
}
