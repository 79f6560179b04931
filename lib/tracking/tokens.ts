import { createHmac, timingSafeEqual } from "node:crypto";

const ID = 22;
const SIGNATURE = 22;

/** A link of a message: whose it is, and where it leads. Signed, so that it leads nowhere else. */
export type TrackedLink = { readonly deliveryId: string; readonly url: string };

export function clickToken(secret: string, { deliveryId, url }: TrackedLink): string {
  const id = packed(deliveryId);
  return `${id}.${sign(secret, `click ${id} ${url}`)}.${Buffer.from(url, "utf8").toString("base64url")}`;
}

/** Null: nobody here made the link. */
export function readClickToken(secret: string, token: string): TrackedLink | null {
  const [id = "", signature = "", path = "", ...rest] = token.split(".");
  const url = Buffer.from(path, "base64url").toString("utf8");
  const deliveryId = unpacked(id);
  if (rest.length > 0 || deliveryId === null || !isSame(signature, sign(secret, `click ${id} ${url}`))) return null;
  return isWebAddress(url) ? { deliveryId, url } : null;
}

export function openToken(secret: string, deliveryId: string): string {
  const id = packed(deliveryId);
  return `${id}.${sign(secret, `open ${id}`)}`;
}

export function readOpenToken(secret: string, token: string): string | null {
  const [id = "", signature = "", ...rest] = token.replace(/\.gif$/, "").split(".");
  return rest.length === 0 && isSame(signature, sign(secret, `open ${id}`)) ? unpacked(id) : null;
}

export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

const packed = (uuid: string): string => Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");

function unpacked(id: string): string | null {
  if (id.length !== ID) return null;
  const hex = Buffer.from(id, "base64url").toString("hex");
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
}

const sign = (secret: string, text: string): string =>
  createHmac("sha256", secret).update(text).digest("base64url").slice(0, SIGNATURE);

function isSame(given: string, made: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(made)];
  return left.length === right.length && timingSafeEqual(left, right);
}
