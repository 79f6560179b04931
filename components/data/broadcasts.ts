"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import type { EnrollInput } from "./enrollments.ts";
import { keys } from "./keys.ts";
import type { Broadcast, BroadcastDetail, BroadcastPreview } from "./types/index.ts";

const FOLLOW_MS = 2_000;
const isOpen = ({ status }: Broadcast) => status === "scheduled" || status === "sending";

/** Whom it is for: everybody, a segment, or a list. */
export type BroadcastAudience = { everyone: true } | EnrollInput;
export type BroadcastInput = {
  name: string;
  contentId: string;
  startsAt?: string;
  localTime?: string;
  perMinute?: number;
} & BroadcastAudience;

export function useBroadcasts(query: PageQuery & { search?: string } = {}) {
  return useQuery({
    queryKey: keys.broadcasts(query),
    queryFn: ({ signal }) => api.get<Page<Broadcast>>("/api/broadcasts", { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.data.some(isOpen) ? FOLLOW_MS : false),
  });
}

/** A broadcast, followed until it is over and counted. */
export function useBroadcast(id: string) {
  return useQuery({
    queryKey: keys.broadcast(id),
    queryFn: async ({ signal }) => (await api.get<One<BroadcastDetail>>(`/api/broadcasts/${id}`, { signal })).data,
    refetchInterval: ({ state }) => (state.data?.result.final === false ? FOLLOW_MS : false),
  });
}

/** Whom a message would reach now; null = nothing is chosen yet. */
export function useBroadcastPreview(input: ({ contentId: string } & BroadcastAudience) | null) {
  return useQuery({
    queryKey: keys.broadcastPreview(input),
    queryFn: async ({ signal }) =>
      (await api.post<One<BroadcastPreview>>("/api/broadcasts/preview", input, { signal })).data,
    enabled: input !== null,
    staleTime: 30_000,
  });
}

export function useCreateBroadcast() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: BroadcastInput) => (await api.post<One<BroadcastDetail>>("/api/broadcasts", input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.broadcasts() }),
  });
}

export function useStopBroadcast(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await api.post<One<BroadcastDetail>>(`/api/broadcasts/${id}/stop`)).data,
    onSuccess: (stopped) => {
      client.setQueryData(keys.broadcast(id), stopped);
      return client.invalidateQueries({ queryKey: keys.broadcasts() });
    },
  });
}
