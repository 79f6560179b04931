import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Context } from "oidc-provider";
import { atFileEnd } from "#process/testing";

export const CLIENT = { id: "sojourn", secret: "a secret of the client for tests" };

/** What the provider says of a person, by the name that they sign in with. */
export type Person = { readonly email: string; readonly email_verified: boolean };

export type IdentityProvider = {
  readonly issuer: string;
  /** A browser of its own: signs in under a name at the address, and returns where it is sent back to. */
  readonly signIn: (address: string, name: string) => Promise<URL>;
};

/** A real provider of OpenID Connect on a port of the loopback. */
export async function identityProvider(
  people: ReadonlyMap<string, Person>,
  callback: string,
): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atFileEnd(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["a key of the test"] },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people.get(accountId) }),
    }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  server.on("request", provider.callback());
  return { issuer, signIn: (address, name) => browse(address, name, callback) };
}

async function browse(address: string, name: string, callback: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(address);
  let body: URLSearchParams | null = null;
  for (let hop = 0; hop < 10; hop++) {
    const headers = { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") };
    const init = body ? { method: "POST", body, headers } : { headers };
    const response: Response = await fetch(url, { ...init, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [key = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      cookies.set(key, value);
    }
    const location = response.headers.get("location");
    if (location) {
      url = new URL(location, url);
      body = null;
      if (url.href.startsWith(callback)) return url;
    } else {
      if (body) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
      body = new URLSearchParams({ prompt: "login", login: name, password: "any" });
    }
  }
  throw new Error("The provider sent the browser around in a circle.");
}
