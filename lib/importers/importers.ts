import type { Importer, Product } from "./contract.ts";
import { dittofeed } from "./dittofeed/read.ts";
import { klaviyo } from "./klaviyo/read.ts";
import { mautic } from "./mautic/read.ts";
import { posthog } from "./posthog/read.ts";

/** Every importer; the compiler reports a product without one. */
export const importers: Readonly<Record<Product, Importer>> = { mautic, dittofeed, posthog, klaviyo };
