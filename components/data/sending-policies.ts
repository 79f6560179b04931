"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { JourneyConflicts, JourneyHoldout, Occurrence, SendingPolicies } from "./types/index.ts";

export type PoliciesInput = Omit<SendingPolicies, "updatedAt">;

export function useSendingPolicies() {
  return useQuery({
    queryKey: keys.sendingPolicies,
    queryFn: async ({ signal }) => (await api.get<One<SendingPolicies>>("/api/sending-policies", { signal })).data,
  });
}

export function usePutPolicies() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (policies: PoliciesInput) =>
      (await api.put<One<SendingPolicies>>("/api/sending-policies", policies)).data,
    onSuccess: (saved) => client.setQueryData(keys.sendingPolicies, saved),
  });
}

export function useJourneyConflicts() {
  return useQuery({
    queryKey: keys.journeyConflicts,
    queryFn: async ({ signal }) =>
      (await api.get<One<JourneyConflicts>>("/api/sending-policies/conflicts", { signal })).data,
  });
}

export function useOccurrences() {
  return useQuery({
    queryKey: keys.occurrences,
    queryFn: async ({ signal }) =>
      (await api.get<One<Occurrence[]>>("/api/sending-policies/occurrences", { signal })).data,
  });
}

export function useHoldout(journeyId: string) {
  return useQuery({
    queryKey: keys.holdout(journeyId),
    queryFn: async ({ signal }) =>
      (await api.get<One<JourneyHoldout>>(`/api/journeys/${journeyId}/holdout`, { signal })).data,
  });
}
