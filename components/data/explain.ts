"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Alert, Explanation, NearMiss, Operation } from "./types/index.ts";

/** Explain why a person is, was or is not in a journey; idle while no journey is chosen. */
export function useExplanation(
  journeyId: string | null,
  about: ({ personId: string } | { enrollmentId: string }) & { clock?: "person" | "workspace" },
) {
  return useQuery({
    queryKey: ["explain", journeyId, about],
    queryFn: async ({ signal }) =>
      (await api.get<One<Explanation>>(`/api/journeys/${journeyId}/explain`, { query: about, signal })).data,
    enabled: journeyId !== null,
    refetchInterval: 5_000,
  });
}

export function useNearMisses(journeyId: string, hours: number) {
  return useQuery({
    queryKey: [...keys.journey(journeyId), "near-misses", hours],
    queryFn: async ({ signal }) =>
      (await api.get<Page<NearMiss>>(`/api/journeys/${journeyId}/near-misses`, { query: { hours }, signal })).data,
    refetchInterval: 30_000,
  });
}

/** Retries a failed enrollment at the failed step, or continues after it with `skip`. */
export function useRetryEnrollment(journeyId: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { skip?: boolean }) =>
      api.post<unknown>(`/api/journeys/${journeyId}/enrollments/${id}/retry`, input),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.enrollments(journeyId) });
      await client.invalidateQueries({ queryKey: ["explain", journeyId] });
    },
  });
}

/** The same for every failed enrollment, or those that failed at one step. */
export function useRetryFailed(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { nodeId?: string; skip?: boolean }) =>
      (await api.post<One<{ operation: Operation }>>(`/api/journeys/${journeyId}/enrollments/retry`, input)).data
        .operation,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["operations"] });
      await client.invalidateQueries({ queryKey: keys.enrollments(journeyId) });
    },
  });
}

export function useAlerts() {
  return useQuery({
    queryKey: ["alerts"],
    queryFn: async ({ signal }) => (await api.get<One<Alert[]>>("/api/alerts", { signal })).data,
    refetchInterval: 30_000,
  });
}

export function useDismissAlert() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<unknown>(`/api/alerts/${id}/dismiss`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["alerts"] }),
  });
}
