/** The services that send a workspace's messages and report on them. */
export { deleteProvider } from "./delete-provider.ts";
export { listProviders } from "./list-providers.ts";
export { pushKeyOf } from "./push-key.ts";
export { putProvider } from "./put-provider.ts";
export { Provider, ProviderInput, ProviderParams, ProviderTest, TestedProvider } from "./schema.ts";
export { testProvider } from "./test-provider.ts";
export { secretsOf } from "./view-provider.ts";
