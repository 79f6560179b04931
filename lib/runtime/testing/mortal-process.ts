import { connect } from "#db";
import { createRuntime, tick } from "../index.ts";

/** Works until nothing is due, and kills itself when its database connection breaks: `node mortal-process.ts <url>`. */
const [url] = process.argv.slice(2);
if (!url) throw new Error("Give the database's url.");
const runtime = createRuntime(connect(url, { max: 4 }), { report: () => {} });
try {
  for (let idle = 0; idle < 2; ) idle = (await tick(runtime)).idle ? idle + 1 : 0;
} catch {
  process.kill(process.pid, "SIGKILL");
}
process.exit(0);
