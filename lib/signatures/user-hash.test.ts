import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { provesUser, userHash } from "./user-hash.ts";

const NOW = Date.UTC(2026, 2, 1);
const SECRETS = ["new secret", "old secret"];

function jwt(claims: object, secret = "new secret", alg = "HS256"): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg, typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

const seconds = (from: number) => NOW / 1_000 + from;

test("a user hash is the plain HMAC that every language can make", () => {
  expect(userHash("Jefe", "what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test.each([
  ["a hash under the present secret", userHash("new secret", "ada"), true],
  ["a hash in capitals", userHash("new secret", "ada").toUpperCase(), true],
  ["a hash under the former secret", userHash("old secret", "ada"), true],
  ["a hash of somebody else", userHash("new secret", "bob"), false],
  ["a hash under another secret", userHash("guess", "ada"), false],
  ["nothing", "", false],
  ["a token", jwt({ sub: "ada", exp: seconds(300) }), true],
  ["a token of a backend whose clock is a little behind", jwt({ sub: "ada", exp: seconds(-30) }), true],
  ["a token that is over", jwt({ sub: "ada", exp: seconds(-90) }), false],
  ["a token without an end", jwt({ sub: "ada" }), false],
  ["a token that is not valid yet", jwt({ sub: "ada", exp: seconds(900), nbf: seconds(300) }), false],
  ["a token of somebody else", jwt({ sub: "bob", exp: seconds(300) }), false],
  ["a token under another secret", jwt({ sub: "ada", exp: seconds(300) }, "guess"), false],
  ["a token that names another algorithm", jwt({ sub: "ada", exp: seconds(300) }, "new secret", "none"), false],
  ["a token without a signature", jwt({ sub: "ada", exp: seconds(300) }).replace(/[^.]*$/, ""), false],
  ["a token with a part too many", `${jwt({ sub: "ada", exp: seconds(300) })}.x`, false],
  ["parts that are no JSON", "a.b.c", false],
])("%s", (_name, proof, proves) => {
  expect(provesUser(SECRETS, "ada", proof, NOW)).toBe(proves);
});

test("without a secret nothing is proved", () => {
  expect(provesUser([], "ada", userHash("", "ada"), NOW)).toBe(false);
});
