// postgres 3.4.9 writes to a socket that is gone when a connection is cut inside a transaction: the exception is thrown
// from a timer and ends the process (porsager/postgres#1154, #1208, open). Mended as the module is loaded.
import { registerHooks } from "node:module";

const CHANGES = [
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
];

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!/\/postgres\/(cjs\/)?src\/connection\.js$/.test(url) || !loaded.source) return loaded;
    const source = CHANGES.reduce((text, [from, to]) => text.replace(from, to), String(loaded.source));
    return { ...loaded, source };
  },
});
