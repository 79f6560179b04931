import type { Hop } from "#engine";

/** A hop as `history.hops` keeps it: without what `unpackHops` knows. */
export type PackedHop = { readonly to: string | null } & Partial<Hop>;

/**
 * The first hop of a row is kept whole. A later one leaves out `from` where it is the `to` before it, `at` where it is the
 * first one's, `cause` where it is `immediate`, no edge and an empty receipt: a third of the widest column's bytes.
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

/** The hops of a row of `history`, whole; rows written before hops were packed are whole already. */
export function unpackHops(packed: readonly PackedHop[]): Hop[] {
  let stoodOn: string | null = null;
  const at = packed[0]?.at ?? 0;
  return packed.map((hop) => {
    const whole = { from: stoodOn, edge: null, at, cause: "immediate", receipt: {}, ...hop };
    stoodOn = hop.to;
    return whole;
  });
}
