/** The browser client for React: a provider and a hook. */
export type { Client, Data, Options } from "../browser/index.ts";
export { type Analytics, type Events, type ProviderProps, SojournProvider, useAnalytics } from "./analytics.tsx";
export { type ShownContent, useContent } from "./content.tsx";
