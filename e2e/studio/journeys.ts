import { expect } from "@playwright/test";
import type { Api } from "../server/api.ts";

type Step = { type: string; name: string; config?: Record<string, unknown>; contentId?: string };
type Link = readonly [from: string, to: string, branch?: string];

export type Drawn = {
  id: string;
  revision: number;
  nodes: { id: string; name: string; config: Record<string, unknown> }[];
  edges: unknown[];
};

export const BY_HAND: Step = {
  type: "TRIGGER",
  name: "start",
  config: { triggerType: "MANUAL", triggerConfig: {} },
};

/** Creates a journey from steps, one below the other, and its edges. */
export async function drawJourney(
  api: Api,
  name: string,
  steps: readonly Step[],
  links: readonly Link[],
): Promise<Drawn> {
  const { data: sites } = await api.get<{ data: { id: string }[] }>("/api/sites");
  const { data } = await api.post<{ data: Drawn }>("/api/journeys", {
    name,
    siteId: sites[0]?.id,
    nodes: steps.map((step, index) => ({ config: {}, ...step, position: { x: 0, y: index * 140 } })),
    edges: links.map(([sourceNodeId, targetNodeId, branch]) => ({
      sourceNodeId,
      targetNodeId,
      ...(branch ? { branch } : {}),
    })),
  });
  return data;
}

/** Enrolls people by their external ids, and creates them. */
export async function enrollPeople(api: Api, journeyId: string, traits: Record<string, Record<string, unknown>>) {
  const userIds = Object.keys(traits);
  for (const userId of userIds) await api.post("/api/identify", { userId, traits: traits[userId] });
  await api.post(`/api/journeys/${journeyId}/enrollments`, { people: userIds.map((userId) => ({ userId })) });
}

/** Waits until this many enrollments of a journey have the given status. */
export async function enrollmentsBecome(api: Api, journeyId: string, status: string, count: number): Promise<void> {
  const ask = async () =>
    (await api.get<{ meta: { total: number } }>(`/api/journeys/${journeyId}/enrollments?status=${status}`)).meta.total;
  await expect.poll(ask, { timeout: 20_000 }).toBe(count);
}
