/** Per shard, from where its inbox and its positions are looked through: ISO text or `-infinity` (R8). */
export type LowerBounds = { readonly inbox: readonly string[]; readonly due: readonly string[] };
