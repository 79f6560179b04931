"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Operation } from "./types/index.ts";

const BUSY_MS = 1_000;
const IDLE_MS = 8_000;

/** Operations of a journey that are not done; polled often while there are any. */
export function useRunningOperations(journeyId: string) {
  return useQuery({
    queryKey: keys.operations(journeyId),
    queryFn: async ({ signal }) => {
      const { data } = await api.get<Page<Operation>>("/api/operations", { query: { journeyId, limit: 20 }, signal });
      return data.filter(({ status }) => status === "waiting" || status === "running");
    },
    refetchInterval: ({ state }) => (state.data?.length ? BUSY_MS : IDLE_MS),
  });
}

/** Follows an operation until it ends. */
export function useOperation(id: string | null) {
  return useQuery({
    queryKey: keys.operation(id ?? ""),
    queryFn: async ({ signal }) => (await api.get<One<Operation>>(`/api/operations/${id}`, { signal })).data,
    enabled: id !== null,
    refetchInterval: (query) =>
      query.state.data && !["waiting", "running"].includes(query.state.data.status) ? false : 500,
  });
}

export function useCancelOperation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<unknown>(`/api/operations/${id}/cancel`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["operations"] }),
  });
}
