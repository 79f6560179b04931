import { BlockList, isIP } from "node:net";

const V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
];
const V6 = ["::/127", "fc00::/7", "fe80::/10"];

const blocked = new BlockList();
for (const [ranges, family] of [
  [V4, "ipv4"],
  [V6, "ipv6"],
] as const)
  for (const range of ranges) {
    const [network = "", prefix = ""] = range.split("/");
    blocked.addSubnet(network, Number(prefix), family);
  }

/** Whether an address belongs to this machine or to a network that is not the public one. */
export function isPrivateAddress(address: string): boolean {
  const mapped = address.toLowerCase().startsWith("::ffff:") ? address.slice(7) : address;
  const family = isIP(mapped);
  return family === 0 ? false : blocked.check(mapped, family === 4 ? "ipv4" : "ipv6");
}
