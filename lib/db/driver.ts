import { createRequire, registerHooks } from "node:module";
import type postgres from "postgres";

// postgres 3.4.9 ends the process when a connection is cut at the wrong moment. It writes to a socket that is gone inside a
// transaction (porsager/postgres#1154, #1208, open), and nobody takes the failure of the look for array types that every new
// connection begins with. No option or handler prevents it: docs/decisions/0006.
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
  // What was waiting to be written to the old socket must neither block nor reach the new one.
  [
    "    clearImmediate(nextWriteTimer)\n    socket.removeListener",
    "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener",
  ],
  // Whoever opened the connection is told by a query of their own.
  ["return fetchArrayTypes()", "return fetchArrayTypes().catch(noop)"],
  // An error after the last row of a copy (a key that is taken) reached nobody, and the copy never ended.
  [
    "stream && (stream.destroy(err), stream = null)",
    "stream && (stream.destroy(err), stream = null)\n    final && (final(err), final = null)",
  ],
  // A copy that has ended was told to fail nevertheless, which the next one would have taken for its own.
  [
    "callback(error)\n        socket.write(b().f()",
    "callback(error)\n        stream && socket && socket.write(b().f()",
  ],
  // A small message behind a large one waited for the server's word of having got that, which it gives after 40 ms where it has
  // nothing else to say: as it has in the midst of a copy. 200 due people took 74 ms instead of 34.
  ["keep_alive && socket.setKeepAlive", "socket.setNoDelay(true)\n      keep_alive && socket.setKeepAlive"],
] as const;

let driver: typeof postgres | undefined;

/** The driver, mended as it is loaded; throws if a new version of it no longer has the lines to mend. */
export function loadDriver(): typeof postgres {
  driver ??= load();
  return driver;
}

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
    // `require` and not `import`: a static import runs before any hook, and others import the driver's other copy.
    const loaded: typeof postgres = createRequire(import.meta.url)("postgres");
    if (!mended) throw new Error("This version of the postgres driver cannot be mended: see lib/db/driver.ts.");
    return loaded;
  } finally {
    hooks.deregister();
  }
}
