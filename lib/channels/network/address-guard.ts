import { BlockList, isIP } from "node:net";
import { embeddedV4, mappedV4 } from "./embedded-v4.ts";
import { NEVER_V4, NEVER_V6, RESERVED_V4, RESERVED_V6 } from "./reserved-networks.ts";

/** Why an address may not be called; `null` = it may. */
export type AddressGuard = (address: string) => string | null;

const never = listOf([...NEVER_V4, ...NEVER_V6]);
const reserved = listOf([...RESERVED_V4, ...RESERVED_V6]);

/**
 * Checks addresses entered by users: public ones may be called, reserved ones only if they are in `allowed` (CIDRs),
 * link-local ones never. An IPv6 address that contains an IPv4 one is checked by both.
 */
export function openAddressGuard(allowed: readonly string[]): AddressGuard {
  const open = listOf(allowed);
  return (address) => {
    if (isIP(address) === 0) return "is not an address";
    const plain = mappedV4(address) ?? address;
    const all = [plain, ...embeddedV4(plain)];
    if (all.some((one) => has(never, one)))
      return "is a link-local address or one of a cloud's own, which is never called";
    if (all.some((one) => has(reserved, one) && !has(open, one)))
      return "is an address of this machine, of a private network or a reserved one, and SOJOURN_ALLOWED_NETWORKS does not name it";
    return null;
  };
}

// A check with the wrong family returns false instead of failing.
const has = (list: BlockList, address: string) => list.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", prefix] = network.split("/");
    const v4 = isIP(address) === 4;
    list.addSubnet(address, prefix === undefined ? (v4 ? 32 : 128) : Number(prefix), v4 ? "ipv4" : "ipv6");
  }
  return list;
}
