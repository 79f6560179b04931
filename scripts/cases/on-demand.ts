// `node --import on-demand.ts …`: makes a started program answer the cases when the file `$CASES_REPORT.ask` appears.
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { report } from "./report.ts";

const file = process.env.CASES_REPORT;
const [, program = ""] = process.argv;
/** `start.mjs` first goes on in a process with more room; what it says itself would mean nothing, as it loads no engine. */
const goesOn = program.endsWith("start.mjs") && !process.execArgv.some((flag) => flag.includes("semi-space-size"));

if (file && !goesOn) {
  const watch = setInterval(async () => {
    if (!existsSync(`${file}.ask`)) return;
    clearInterval(watch);
    writeFileSync(`${file}.part`, JSON.stringify(await report()));
    renameSync(`${file}.part`, file);
  }, 50);
  watch.unref();
}
