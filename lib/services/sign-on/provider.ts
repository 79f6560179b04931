import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
} from "openid-client";
import { type Config, config } from "#config";
import { notFound } from "#services";

export type Provider = NonNullable<Config["oidc"]>;

/** What the provider says of itself may change, such as when it moves. */
const REMEMBER_MS = 3_600_000;

let known:
  | { readonly configuration: Promise<Configuration>; readonly until: number; readonly of: Provider }
  | undefined;

/** The provider of this installation; throws `not_found` without one. */
export function requireProvider(): Provider {
  const { oidc } = config();
  if (!oidc) throw notFound("identity provider");
  return oidc;
}

/** The provider's addresses and keys, asked for once an hour. */
export function discover(provider: Provider): Promise<Configuration> {
  if (known && known.of === provider && known.until > Date.now()) return known.configuration;
  const { issuer, clientId, clientSecret } = provider;
  const isPlain = issuer.startsWith("http:");
  // Metadata without the list means Basic (OpenID Connect Discovery 1.0, section 3).
  const authentication: ClientAuth = (server, client, body, headers) => {
    const isPost = server.token_endpoint_auth_methods_supported?.includes("client_secret_post") ?? false;
    return (isPost ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret))(server, client, body, headers);
  };
  const configuration = discovery(new URL(issuer), clientId, clientSecret, authentication, {
    ...(isPlain ? { execute: [allowInsecureRequests] } : {}),
  });
  known = { configuration, until: Date.now() + REMEMBER_MS, of: provider };
  configuration.catch(() => {
    known = undefined;
  });
  return configuration;
}

/** Where the provider sends people back to. */
export const callbackAddress = (): string => `${config().baseUrl}/api/auth/sso/callback`;

/** The name of the installation's provider, for the page for signing in; `null`: there is none. */
export const signOnName = (): string | null => config().oidc?.name ?? null;

/** The public address of a path of this installation. */
export const addressAt = (path: string): string => new URL(path, config().baseUrl).href;

/** Whether cookies are for TLS only. */
export const isSecure = (): boolean => config().baseUrl.startsWith("https:");
