// Preloaded with `--import`: notes on exit which files and which of Node's own modules a process loaded.
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";

const files = {};
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (url.startsWith("file:")) files[url] = Buffer.byteLength(loaded.source ?? "");
    return loaded;
  },
});
process.on("exit", () => {
  // Node does not document this list; the test that reads it fails if it is gone.
  writeFileSync(process.env.RECORD_LOADS, JSON.stringify({ files, own: process.moduleLoadList }));
});
