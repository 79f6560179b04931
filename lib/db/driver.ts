import { createRequire, registerHooks } from "node:module";
import type postgres from "postgres";
import { processSingleton } from "#process";

// postgres 3.4.9 ends the process if a connection is cut at certain moments. It writes to a closed socket inside a
// transaction (porsager/postgres#1154, #1208, open), and does not handle errors of the query for array types that every
// new connection sends first. No option or handler prevents it: docs/decisions/0006.
const MENDED = [
  [
    "function nextWrite(fn) {",
    `function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }`,
  ],
  // Data waiting for the old socket must neither block nor reach the new one.
  [
    "    clearImmediate(nextWriteTimer)\n    socket.removeListener",
    "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener",
  ],
  // The caller's own query reports the error.
  ["return fetchArrayTypes()", "return fetchArrayTypes().catch(noop)"],
  // Without this, an error after the last row of a copy (a duplicate key) is lost, and the copy never ends.
  [
    "stream && (stream.destroy(err), stream = null)",
    "stream && (stream.destroy(err), stream = null)\n    final && (final(err), final = null)",
  ],
  // Without this, a finished copy is sent a failure that the next one would receive.
  [
    "callback(error)\n        socket.write(b().f()",
    "callback(error)\n        stream && socket && socket.write(b().f()",
  ],
  // Without this, a small message after a large one waits for the server's delayed TCP acknowledgement (40 ms), as in
  // the middle of a copy. 200 due people took 74 ms instead of 34.
  ["keep_alive && socket.setKeepAlive", "socket.setNoDelay(true)\n      keep_alive && socket.setKeepAlive"],
] as const;

/**
 * The driver, patched on load; throws if a new version no longer has the lines to patch. Once in the process: to `require`
 * it again gives the loaded one, which no hook sees.
 */
export const loadDriver = (): typeof postgres => processSingleton("postgres driver", load);

function load(): typeof postgres {
  let mended = false;
  const hooks = registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith("/postgres/cjs/src/connection.js")) return loaded;
      let source = String(loaded.source);
      mended = MENDED.every(([from]) => source.includes(from));
      for (const [from, to] of MENDED) source = source.replace(from, to);
      return { ...loaded, source };
    },
  });
  try {
    // `require` and not `import`: a static import runs before any hook, and other packages import the driver's ESM copy.
    const loaded: typeof postgres = createRequire(import.meta.url)("postgres");
    if (!mended) throw new Error("This version of the postgres driver cannot be mended: see lib/db/driver.ts.");
    return loaded;
  } finally {
    hooks.deregister();
  }
}
