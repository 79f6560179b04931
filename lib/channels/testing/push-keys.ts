import { createDecipheriv, createECDH, createHmac, generateKeyPairSync, hkdfSync, randomBytes } from "node:crypto";

/** A browser for tests: its subscription, and what it reads from a push service's request (RFC 8291). */
export function testBrowser(endpoint: string) {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  const keys = { p256dh: pair.getPublicKey("base64url"), auth: auth.toString("base64url") };
  return {
    token: JSON.stringify({ endpoint, keys }),
    read: (body: Buffer): string => {
      const salt = body.subarray(0, 16);
      const idLength = body[20] ?? 0;
      const sender = body.subarray(21, 21 + idLength);
      const shared = pair.computeSecret(sender);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), sender]);
      const secret = Buffer.from(hkdfSync("sha256", shared, auth, info, 32));
      const prk = createHmac("sha256", salt).update(secret).digest();
      const expand = (label: string, size: number) =>
        createHmac("sha256", prk).update(`Content-Encoding: ${label}\0\x01`).digest().subarray(0, size);
      const decipher = createDecipheriv("aes-128-gcm", expand("aes128gcm", 16), expand("nonce", 12));
      const sealed = body.subarray(21 + idLength);
      decipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
    },
  };
}

/** Private keys in PEM as Google and Apple hand them out. */
export function testKeys() {
  const google = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const apple = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = { type: "pkcs8", format: "pem" } as const;
  return {
    google: { privateKey: google.privateKey.export(pem).toString(), publicKey: google.publicKey },
    apple: { privateKey: apple.privateKey.export(pem).toString(), publicKey: apple.publicKey },
  };
}
