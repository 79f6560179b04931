import type { PolicyReason, Verdict } from "#policies";

/** A message that policies keep back: until a time (ms since 1970), or for good. */
export type KeptBack = Exclude<Verdict, { readonly kind: "send" }>;

/** By delivery; what is not in it may leave. */
export type AllKeptBack = ReadonlyMap<string, KeptBack>;

export const NONE_KEPT: AllKeptBack = new Map();

export const until = (at: number, reasons: readonly PolicyReason[]): KeptBack => ({ kind: "hold", until: at, reasons });
