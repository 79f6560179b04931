export * from "./program.ts";
export type * from "./signal.ts";
export type * from "./turn.ts";
