import { EventEmitter } from "node:events";

// Next bundles its own copy of this module, so the bus hangs on globalThis: both copies ring the same bell.
const holder = globalThis as { sojournBell?: EventEmitter };
holder.sojournBell ??= new EventEmitter().setMaxListeners(0);
const bell = holder.sojournBell;

/** Tells the engine of this process that work was committed; engines elsewhere poll (R13). */
export function wakeEngine(): void {
  bell.emit("work");
}

/** Calls back whenever work was committed in this process; returns the way to stop listening. */
export function onWork(listener: () => void): () => void {
  bell.on("work", listener);
  return () => bell.off("work", listener);
}
