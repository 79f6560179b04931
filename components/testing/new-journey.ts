import type { JourneyDetail } from "#data";
import { createdBy } from "./created-by.ts";

/** A draft of the workspace's first site. */
export async function newJourney(name: string): Promise<JourneyDetail> {
  const { data: sites } = await (await fetch("/api/sites")).json();
  return createdBy("/api/journeys", { name, siteId: sites[0].id });
}
