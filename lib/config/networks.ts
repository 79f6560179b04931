import { isIP } from "node:net";
import { splitList } from "#values";

/** The networks of `localhost`. */
const LOOPBACK = ["127.0.0.0/8", "::1/128"];
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];

export const OWN_NETWORKS: readonly string[] = [...LOOPBACK, ...PRIVATE];

/** The entries of a list of networks; `none` has none. */
export function networksOf(text: string): string[] {
  return splitList(text).filter((entry) => entry !== "none");
}

/** Whether a text is an address, or one with the length of its prefix. */
export function isNetwork(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const family = address.includes("%") ? 0 : isIP(address);
  if (family === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

type Placement = {
  readonly SOJOURN_URL?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
  readonly SOJOURN_TRUST_PROXY?: boolean | undefined;
};

/**
 * Whether an installation serves only the local user: it has no public address, no proxy and no shared database. Only
 * then may webhooks call this machine and private networks by default.
 */
export function isPersonal({ SOJOURN_URL, DATABASE_URL, SOJOURN_TRUST_PROXY }: Placement): boolean {
  if (DATABASE_URL || SOJOURN_TRUST_PROXY) return false;
  const host = SOJOURN_URL ? new URL(SOJOURN_URL).hostname : "localhost";
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}
