import { type ConsentChannel, knownAddress } from "#consent";
import { keyShard, textHash } from "#db";

export type AddressOf = { readonly workspaceId: string; readonly channel: ConsentChannel; readonly address: string };

/** Where the entries of an address are: its hash, and the shard of that. */
export function addressKeyOf({ workspaceId, channel, address }: AddressOf): { key: string; shard: number } {
  const key = textHash(`${workspaceId} ${channel} ${knownAddress(channel, address)}`);
  return { key, shard: keyShard(key) };
}
