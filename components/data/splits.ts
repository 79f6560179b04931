"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Split } from "./types/index.ts";

export function useSplits(journeyId: string) {
  return useQuery({
    queryKey: keys.splits(journeyId),
    queryFn: async ({ signal }) => (await api.get<One<Split[]>>(`/api/journeys/${journeyId}/splits`, { signal })).data,
    refetchInterval: 15_000,
  });
}

/** Promotes one path to all new people, or discards the promotion if no path is given. */
export function usePromote(journeyId: string, nodeId: string) {
  const client = useQueryClient();
  const address = `/api/journeys/${journeyId}/splits/${nodeId}/promote`;
  return useMutation({
    mutationFn: (winner: { edgeId: string; endHoldout: boolean } | null) =>
      winner ? api.post<One<Split>>(address, winner) : api.delete<One<Split>>(address),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.splits(journeyId) }),
  });
}
