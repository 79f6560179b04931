"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";

export type DowntimeAnswer = "fire" | "shift" | "drop";

/** Time without an engine, or on another copy of the database, of which the engines wait to be told what becomes. */
export type Downtime = {
  heldAt: string;
  reason: "moved" | "away";
  awaySince: string | null;
  answer: DowntimeAnswer | null;
};

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
