import { EventEmitter } from "node:events";
import { processSingleton } from "#process";

const wakeBus = processSingleton("wake bus", () => new EventEmitter().setMaxListeners(0));

/** Tells the engine of this process that work was committed; engines elsewhere poll (R13). */
export function wakeEngine(): void {
  wakeBus.emit("work");
}

/** Calls back whenever work was committed in this process; returns the way to stop listening. */
export function onWork(listener: () => void): () => void {
  wakeBus.on("work", listener);
  return () => wakeBus.off("work", listener);
}
