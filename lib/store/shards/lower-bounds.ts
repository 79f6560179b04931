/** Per shard, the time from which its inbox and its positions are read: ISO text or `-infinity` (R8). */
export type LowerBounds = { readonly inbox: readonly string[]; readonly due: readonly string[] };
