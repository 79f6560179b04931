import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openAddressGuard } from "./address-guard.ts";

const guard = openAddressGuard([]);

describe("an address that somebody chose", () => {
  it.each([
    ["this network", "0.0.0.0 0.255.255.255"],
    ["private", "10.0.0.0 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.0 192.168.255.255"],
    ["shared", "100.64.0.0 100.127.255.255"],
    ["loopback", "127.0.0.0 127.0.0.1 127.255.255.255"],
    ["link-local", "169.254.0.0 169.254.169.254 169.254.255.255"],
    ["protocol assignments", "192.0.0.0 192.0.0.8 192.0.0.170 192.0.0.255"],
    ["documentation", "192.0.2.0 192.0.2.255 198.51.100.0 198.51.100.255 203.0.113.0 203.0.113.255"],
    ["AS112, AMT and 6to4 relays", "192.31.196.1 192.52.193.1 192.175.48.1 192.88.99.0 192.88.99.255"],
    ["benchmarking", "198.18.0.0 198.19.255.255"],
    ["multicast, class E, broadcast", "224.0.0.0 239.255.255.255 240.0.0.0 255.255.255.254 255.255.255.255"],
    ["unspecified and loopback (v6)", ":: ::1 0:0:0:0:0:0:0:1"],
    ["mapped", "::ffff:127.0.0.1 ::ffff:7f00:1 ::FFFF:10.0.0.1 0:0:0:0:0:ffff:a00:1 ::ffff:a9fe:a9fe ::ffff:0:1"],
    ["compatible and translated", "::127.0.0.1 ::7f00:1 ::8.8.8.8 ::ffff:0:7f00:1 ::ffff:0:127.0.0.1"],
    ["NAT64", "64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b::808:808 64:ff9b:1::1 64:ff9b:1:ffff:ffff:ffff:ffff:ffff"],
    ["discard and dummy", "100:: 100::ffff:ffff:ffff:ffff 100:0:0:1::1"],
    ["Teredo, benchmarking, ORCHID", "2001::1 2001:0:7f00:1:: 2001:2::1 2001:10::1 2001:20::1 2001:1ff:ffff::1"],
    ["documentation (v6)", "2001:db8::1 2001:db8:ffff:ffff::1 3fff::1 3fff:fff:ffff::1"],
    ["6to4", "2002:7f00:1::1 2002:a9fe:a9fe:: 2002:808:808::1"],
    ["SRv6", "5f00::1 5f00:ffff::1"],
    ["unique local", "fc00::1 fd12:3456:789a::1 fdff:ffff::1"],
    ["link-local (v6)", "fe80::1 fe80::1%eth0 febf:ffff::1"],
    ["site-local", "fec0::1 feff:ffff::1"],
    ["multicast (v6)", "ff00::1 ff02::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
    ["ISATAP of a private network", "2606:4700::5efe:10.0.0.1 2606:4700::200:5efe:a9fe:a9fe"],
    ["no address", "localhost 127.1 0x7f.1 2130706433"],
  ])("T4: is refused where it is %s", (_, addresses) => {
    for (const address of addresses.split(" "))
      expect([address, guard(address)]).toEqual([address, expect.any(String)]);
  });

  it("T4: may be called where it is public, mapped or not, and right beside what is reserved", () => {
    const addresses =
      "8.8.8.8 1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0 " +
      "172.15.255.255 172.32.0.0 192.0.1.0 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255 " +
      "::ffff:8.8.8.8 ::ffff:808:808 2606:4700:4700::1111 2001:4860:4860::8888 2001:200::1 2001:db7:ffff::1 2001:db9::1 2a00:1450::1 2620:4f:8001::1";
    for (const address of addresses.split(" ")) expect([address, guard(address)]).toEqual([address, null]);
  });

  it("T4: is judged alike in every notation of its IPv4 form", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, byte, (a, b, c, d) => {
        const plain = [a, b, c, d].join(".");
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        const verdict = guard(plain) === null;
        for (const mapped of [`::ffff:${plain}`, `::ffff:${hex}`, `0:0:0:0:0:FFFF:${hex}`, `::ffff:${hex}%lo`])
          expect([mapped, guard(mapped) === null]).toEqual([mapped, verdict]);
      }),
    );
  });
});

describe("networks that are allowed", () => {
  it("T4: may be called, in mapped forms too, and nothing beside them", () => {
    const some = openAddressGuard(["127.0.0.0/8", "10.1.0.0/16", "192.168.7.9", "fd12::/16", "64:ff9b::/96"]);
    expect(openAddressGuard(["::1/128"])("::1")).toBeNull();
    for (const address of ["127.0.0.1", "::ffff:127.0.0.1", "::ffff:7f00:1", "10.1.2.3", "192.168.7.9", "fd12::9"])
      expect([address, some(address)]).toEqual([address, null]);
    expect(some("64:ff9b::808:808")).toBeNull();
    for (const address of ["10.2.0.1", "192.168.7.10", "::1", "fd13::1", "::127.0.0.1", "64:ff9b::192.168.0.1"])
      expect([address, some(address)]).toEqual([address, expect.any(String)]);
  });

  it("T4: never hold what is link-local or a cloud's own", () => {
    const all = openAddressGuard(["0.0.0.0/0", "::/0"]);
    expect(all("10.0.0.1")).toBeNull();
    const addresses =
      "169.254.169.254 ::ffff:a9fe:a9fe 64:ff9b::a9fe:a9fe 2002:a9fe:a9fe::1 fe80::1%eth0 fd00:ec2::254 100.100.100.200 192.0.0.192 168.63.129.16";
    for (const address of addresses.split(" ")) expect([address, all(address)]).toEqual([address, expect.any(String)]);
  });
});
