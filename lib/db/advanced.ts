import { EventEmitter } from "node:events";
import { processSingleton } from "#process";

const bus = processSingleton("advanced bus", () => new EventEmitter().setMaxListeners(0));

/** Notifies this process of people whose state was committed; other processes read the database (R13). */
export function announceAdvanced(personIds: readonly string[]): void {
  if (personIds.length > 0) bus.emit("advanced", personIds);
}

/** Calls back after each commit that changed people in this process; returns a function that stops listening. */
export function onAdvanced(listener: (personIds: readonly string[]) => void): () => void {
  bus.on("advanced", listener);
  return () => bus.off("advanced", listener);
}
