import { expect, it } from "vitest";
import { addressGroup } from "./address-group.ts";

it.each([
  ["198.51.100.7", "198.51.100.7"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2::9", "2001:db8:1:2"],
  ["2001:0db8:0001:0002:ffff::", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["x".repeat(1_000), "x".repeat(64)],
  ["", ""],
])("T1: a caller without an account at %s counts as %s", (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
