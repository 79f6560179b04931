import type { QueryClient } from "@tanstack/react-query";
import type { Drafts } from "./drafts.ts";
import type { Tabs } from "./tabs.ts";

/** The drafts of this tab, the connection to other tabs, and the cache of the pages that are shown. */
export type DraftKeeping = { drafts: Drafts; tabs: Tabs; client: QueryClient };
