import { createHmac, timingSafeEqual } from "node:crypto";

/** An id that only this installation can have written into an address; the purpose keeps addresses of other kinds apart. */
export const signedId = (secret: string, purpose: string, id: string): string =>
  `${id}.${createHmac("sha256", secret).update(`${purpose} ${id}`).digest("base64url").slice(0, 32)}`;

/** The id of such a text; `null` = nobody here signed it. */
export function readSignedId(secret: string, purpose: string, text: string): string | null {
  const id = /^([0-9a-f-]{36})\.[\w-]{32}$/.exec(text)?.[1];
  if (id === undefined) return null;
  const made = Buffer.from(signedId(secret, purpose, id));
  const given = Buffer.from(text);
  return made.length === given.length && timingSafeEqual(made, given) ? id : null;
}
