/** The few calls of the package that tests use; it has no types of its own. */
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  type Grant = { addOIDCScope: (scope: string) => void; save: () => Promise<string> };
  type Context = { oidc: { session: { accountId: string }; client: { clientId: string } } };

  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Grant: new (given: {
      accountId: string;
      clientId: string;
    }) => Grant;
    callback(): RequestListener;
  }
  export type { Context, Grant };
}
