import { createPrivateKey, type KeyObject, sign } from "node:crypto";

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JSON web token signed with a private key: ES256 for a key on P-256, else RS256. */
export function signedToken(key: KeyObject, header: object, claims: object): string {
  const isCurve = key.asymmetricKeyType === "ec";
  const body = `${part({ alg: isCurve ? "ES256" : "RS256", typ: "JWT", ...header })}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(body), isCurve ? { key, dsaEncoding: "ieee-p1363" } : key);
  return `${body}.${signature.toString("base64url")}`;
}

/** The key of a PEM text; null = it cannot be read. */
export function readPrivateKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
