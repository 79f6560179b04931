import { expect } from "@playwright/test";
import type { Api } from "../server/api.ts";
import { drawJourney } from "../studio/journeys.ts";

export type Offer = { readonly key: string; readonly event: string; readonly journeyId: string };

/** Content, and a published journey that shows it when an event comes. */
export async function offer(api: Api, type: string, name: string, body: object): Promise<Offer> {
  const { data } = await api.post<{ data: { key: string } }>("/api/content", { type, name, body });
  const event = `app.offer_${data.key.replaceAll("-", "_")}`;
  const steps = [
    { type: "TRIGGER", name: "start", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: event } } },
    { type: "CONTENT", name: "show", contentId: data.key, config: { contentType: type } },
    ...["completed", "dismissed", "timeout"].map((left) => ({ type: "WAIT", name: left, config: { duration: "1d" } })),
  ];
  const links: (readonly [string, string, string?])[] = [
    ["start", "show"],
    ...["completed", "dismissed", "timeout"].map((branch) => ["show", branch, branch] as const),
  ];
  const drawn = await drawJourney(api, name, steps, links);
  await api.post(`/api/journeys/${drawn.id}/publish`);
  return { key: data.key, event, journeyId: drawn.id };
}

/** Waits until the only person in the journey stands on this step. */
export async function standsOn(api: Api, { journeyId }: Offer, name: string): Promise<void> {
  const nodes = async () => {
    const { data } = await api.get<{ data: { nodes: { name: string; waiting: number }[] } }>(
      `/api/journeys/${journeyId}/stats`,
    );
    return data.nodes.filter(({ waiting }) => waiting > 0).map((node) => node.name);
  };
  await expect.poll(nodes, { timeout: 10_000 }).toEqual([name]);
}
