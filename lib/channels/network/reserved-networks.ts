/**
 * The reserved networks of the IANA registries of special-purpose addresses (RFC 6890 and its updates) and of IPv4 and
 * IPv6 address space: none of them has public servers.
 */
export const RESERVED_V4: readonly string[] = [
  "0.0.0.0/8", // this network; Linux connects 0.0.0.0 to itself
  "10.0.0.0/8", // private
  "100.64.0.0/10", // shared by a carrier's customers
  "127.0.0.0/8", // loopback
  "169.254.0.0/16", // link-local
  "172.16.0.0/12", // private
  "192.0.0.0/24", // IETF protocol assignments
  "192.0.2.0/24", // documentation
  "192.31.196.0/24", // AS112
  "192.52.193.0/24", // AMT
  "192.88.99.0/24", // 6to4 relays
  "192.168.0.0/16", // private
  "192.175.48.0/24", // AS112
  "198.18.0.0/15", // benchmarking
  "198.51.100.0/24", // documentation
  "203.0.113.0/24", // documentation
  "224.0.0.0/4", // multicast
  "240.0.0.0/4", // class E, and broadcast
];

/**
 * IPv4-mapped addresses are not here: a `BlockList` would treat that range as all of IPv4, so they are checked as IPv4.
 */
export const RESERVED_V6: readonly string[] = [
  "::/96", // unspecified, loopback, IPv4-compatible
  "::ffff:0:0:0/96", // IPv4-translated
  "64:ff9b::/96", // NAT64
  "64:ff9b:1::/48", // NAT64 of a local network
  "100::/64", // discard
  "100:0:0:1::/64", // dummy prefix
  "2001::/23", // IETF protocol assignments: Teredo, benchmarking, AMT, ORCHID and others
  "2001:db8::/32", // documentation
  "2002::/16", // 6to4
  "2620:4f:8000::/48", // AS112
  "3fff::/20", // documentation
  "5f00::/16", // SRv6 segment identifiers
  "fc00::/7", // unique local
  "fe80::/10", // link-local
  "fec0::/10", // site-local
  "ff00::/8", // multicast
];

/** Link-local addresses and the metadata addresses of clouds, which return credentials: no setting allows them. */
export const NEVER_V4: readonly string[] = [
  "169.254.0.0/16",
  "100.100.100.200/32", // Alibaba Cloud
  "168.63.129.16/32", // Azure
  "192.0.0.192/32", // Oracle Cloud
];
export const NEVER_V6: readonly string[] = [
  "fe80::/10",
  "fd00:ec2::/32", // AWS
  "fd20:ce::254/128", // Google Cloud
];
