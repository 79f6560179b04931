import { EventEmitter } from "node:events";
import { processSingleton } from "#process";

const wakeBus = processSingleton("wake bus", () => new EventEmitter().setMaxListeners(0));

/** Notifies the engine of this process of committed work; engines in other processes poll (R13). */
export function wakeEngine(): void {
  wakeBus.emit("work");
}

/** Calls back after each commit of work in this process; returns a function that stops listening. */
export function onWork(listener: () => void): () => void {
  wakeBus.on("work", listener);
  return () => wakeBus.off("work", listener);
}

const advancedBus = processSingleton("advanced bus", () => new EventEmitter().setMaxListeners(0));

/** Notifies this process of people whose state was committed; other processes read the database (R13). */
export function announceAdvanced(personIds: readonly string[]): void {
  if (personIds.length > 0) advancedBus.emit("advanced", personIds);
}

/** Calls back after each commit that changed people in this process; returns a function that stops listening. */
export function onAdvanced(listener: (personIds: readonly string[]) => void): () => void {
  advancedBus.on("advanced", listener);
  return () => advancedBus.off("advanced", listener);
}
