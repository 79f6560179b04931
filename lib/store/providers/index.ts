export { hasProvider, type ProviderRow, readProvider, readProviders } from "./read.ts";
export { deleteProviderRow, putProviderRow } from "./write.ts";
