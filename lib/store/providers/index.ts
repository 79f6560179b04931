export { hasProvider, type ProviderRow, readEndpointKeys, readProvider, readProviders } from "./read.ts";
export { deleteProviderRow, putProviderRow } from "./write.ts";
