"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page } from "./answers.ts";
import { api, type Query } from "./client.ts";
import { keys } from "./keys.ts";
import type { Plan } from "./types/index.ts";

export function usePlans(query: Query) {
  return useQuery({
    queryKey: keys.plans(query),
    queryFn: ({ signal }) => api.get<Page<Plan>>("/api/plans", { query, signal }),
    refetchInterval: 15_000,
  });
}

function useDecision(decide: (id: string, note: string) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, note = "" }: { id: string; note?: string }) => decide(id, note),
    // A plan may have become void by the attempt.
    onSettled: async () => {
      await Promise.all([keys.plans(), keys.journeys()].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

export const useApprovePlan = () =>
  useDecision((id, note) => api.post<One<Plan>>(`/api/plans/${id}/approve`, note.trim() ? { note } : {}));
export const useRejectPlan = () =>
  useDecision((id, note) => api.post<One<Plan>>(`/api/plans/${id}/reject`, note.trim() ? { note } : {}));
