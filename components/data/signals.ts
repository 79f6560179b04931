"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { KeptSignal, Replay } from "./types/index.ts";

/** Signals that were accepted, could not be processed and are kept. */
export function useKeptSignals(query: PageQuery) {
  return useQuery({
    queryKey: keys.keptSignals(query),
    queryFn: ({ signal }) => api.get<Page<KeptSignal>>("/api/signals/rejected", { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

/** Puts the given ones back into the inbox, or all. */
export function useReplaySignals() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[] | null) =>
      (await api.post<One<Replay>>("/api/signals/rejected/replay", ids === null ? undefined : { ids })).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.keptSignals() }),
  });
}

export function useDiscardSignals() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => api.post<unknown>("/api/signals/rejected/discard", { ids }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.keptSignals() }),
  });
}
