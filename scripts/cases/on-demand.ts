// `node --import on-demand.ts …`: makes a started program run the cases when the file `$CASES_REPORT.ask` appears.
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { report } from "./report.ts";

const file = process.env.CASES_REPORT;
const [, program = ""] = process.argv;
/**
 * `start.mjs` first continues in another process with more memory; its own report would be useless, because it loads no
 * engine.
 */
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
