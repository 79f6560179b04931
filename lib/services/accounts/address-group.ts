import { isIPv6 } from "node:net";
import { LONGEST_ADDRESS } from "#values";

/** An IPv4 address as a socket for both kinds names it. */
export const plainAddress = (address: string): string => MAPPED.exec(address)?.[1] ?? address;

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What counts as one caller without an account: an IPv4 address, or the 64 bits of an IPv6 address that belong to one
 * customer, who has 2^64 addresses to call from.
 */
export function addressGroup(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address.slice(0, LONGEST_ADDRESS);
  const [head = "", tail = ""] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  if (address.includes("::")) {
    const behind = tail === "" ? [] : tail.split(":");
    while (groups.length + behind.length < 8) groups.push("0");
    groups.push(...behind);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
