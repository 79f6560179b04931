"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import { useMe } from "./me.ts";
import { savePending } from "./pending-saves.ts";
import type { Me, TakenBundle } from "./types/index.ts";

type Promotion = { readonly workspaceId: string; readonly dryRun: boolean };

/** After all pending saves, as the draft is what is taken. */
async function promote(journeyId: string, body: Promotion): Promise<TakenBundle> {
  await savePending();
  return (await api.post<One<TakenBundle>>(`/api/journeys/${journeyId}/promote`, body)).data;
}

/** The other workspaces of the member, those where they may edit first. */
export function useOtherWorkspaces(): Me["workspaces"] {
  const { data: me } = useMe();
  const others = me?.workspaces.filter(({ id }) => id !== me.workspace.id) ?? [];
  return others.sort((one, other) => Number(one.role === "viewer") - Number(other.role === "viewer"));
}

/** What taking the journey to a workspace would create and change there; nothing is stored. Idle while none is chosen. */
export function usePromotionCheck(journeyId: string, workspaceId: string | null) {
  return useQuery({
    queryKey: [...keys.journey(journeyId), "promotion", workspaceId],
    queryFn: () => promote(journeyId, { workspaceId: workspaceId ?? "", dryRun: true }),
    enabled: workspaceId !== null,
    gcTime: 0,
    retry: false,
  });
}

export function usePromoteJourney(journeyId: string) {
  return useMutation({ mutationFn: (workspaceId: string) => promote(journeyId, { workspaceId, dryRun: false }) });
}
