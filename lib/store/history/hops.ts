import type { Hop } from "#engine";

/** A transition as `history.hops` stores it: without what `unpackHops` restores. */
export type PackedHop = { readonly to: string | null } & Partial<Hop>;

/**
 * The first transition of a row is stored whole. Later ones omit `from` if it equals the previous `to`, `at` if it
 * equals the first one's, the `cause` `immediate`, a missing edge and an empty receipt. This saves a third of the
 * widest column.
 */
export function packHops(hops: readonly Hop[]): PackedHop[] {
  const [first] = hops;
  return hops.map((hop, index) => {
    if (index === 0 || first === undefined) return hop;
    const packed: { -readonly [Key in keyof PackedHop]: PackedHop[Key] } = { to: hop.to };
    if (hop.edge !== null) packed.edge = hop.edge;
    if (hop.from !== hops[index - 1]?.to) packed.from = hop.from;
    if (hop.at !== first.at) packed.at = hop.at;
    if (hop.cause !== "immediate") packed.cause = hop.cause;
    if (Object.keys(hop.receipt).length > 0) packed.receipt = hop.receipt;
    return packed;
  });
}

/** The complete transitions of a row of `history`. Rows from before packing are complete already. */
export function unpackHops(packed: readonly PackedHop[]): Hop[] {
  let stoodOn: string | null = null;
  const at = packed[0]?.at ?? 0;
  return packed.map((hop) => {
    const whole = { from: stoodOn, edge: null, at, cause: "immediate", receipt: {}, ...hop };
    stoodOn = hop.to;
    return whole;
  });
}
