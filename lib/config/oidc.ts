import { ConfigError } from "./config-error.ts";

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: `Sign in with …`. */
  readonly name: string;
};

type Given = {
  readonly SOJOURN_OIDC_ISSUER?: string | undefined;
  readonly SOJOURN_OIDC_CLIENT_ID?: string | undefined;
  readonly SOJOURN_OIDC_CLIENT_SECRET?: string | undefined;
  readonly SOJOURN_OIDC_NAME?: string | undefined;
};

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Issuer, client and secret, or none of them. What a provider says is trusted, so it is asked over TLS, but on this machine. */
export function oidcOf(env: Given): OidcConfig | null {
  const { SOJOURN_OIDC_ISSUER: issuer, SOJOURN_OIDC_CLIENT_ID: clientId, SOJOURN_OIDC_NAME: name } = env;
  const clientSecret = env.SOJOURN_OIDC_CLIENT_SECRET;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) {
    if (name !== undefined) throw new ConfigError(["SOJOURN_OIDC_NAME: needs SOJOURN_OIDC_ISSUER beside it"]);
    return null;
  }
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    const needed = {
      SOJOURN_OIDC_ISSUER: issuer,
      SOJOURN_OIDC_CLIENT_ID: clientId,
      SOJOURN_OIDC_CLIENT_SECRET: clientSecret,
    };
    const missing = Object.entries(needed).filter(([, value]) => value === undefined);
    throw new ConfigError(missing.map(([key]) => `${key}: needed beside the other settings of OpenID Connect`));
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol === "http:" && !LOOPBACK.includes(hostname))
    throw new ConfigError(["SOJOURN_OIDC_ISSUER: write an address that starts with https://"]);
  return { issuer, clientId, clientSecret, name: name ?? "single sign-on" };
}
