import { expect, test } from "vitest";
import { newTotpSecret, totpAddress, totpCode, totpStep } from "./totp.ts";

/** "12345678901234567890", as in RFC 6238, appendix B; its codes have eight digits, ours the last six. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("RFC 6238: the code at second %d is %s", (second, code) => {
  expect(totpCode(SECRET, Math.floor(second / 30))).toBe(code);
});

test("a code counts in its own step and in those beside it", () => {
  const code = totpCode(SECRET, 1_000);
  const at = (seconds: number) => totpStep(SECRET, code, (30_000 + seconds) * 1000);
  expect([at(-31), at(-30), at(0), at(59)]).toEqual([null, 1_000, 1_000, 1_000]);
  expect(at(60)).toBeNull();
  for (const other of ["", "12345", "1234567", "12345a", "１２３４５６"])
    expect(totpStep(SECRET, other, 30_000_000)).toBeNull();
});

test("a new secret has 160 bits, and an address that apps read", () => {
  const [one, other] = [newTotpSecret(), newTotpSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
  const address = new URL(totpAddress(one, "ada+x@example.com"));
  expect([address.protocol, decodeURIComponent(address.pathname)]).toEqual(["otpauth:", "/Sojourn:ada+x@example.com"]);
  expect(address.searchParams.get("secret")).toBe(one);
});
