"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Downtime, DowntimeAnswer } from "./types/index.ts";

export function useDowntime() {
  return useQuery({
    queryKey: keys.gap,
    queryFn: async ({ signal }) => (await api.get<One<Downtime | null>>("/api/engine/gap", { signal })).data,
    refetchInterval: 30_000,
  });
}

export function useAnswerDowntime() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: DowntimeAnswer) => api.post<unknown>("/api/engine/gap", { answer }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.gap }),
  });
}
