"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Delivery, DeliveryDetail, RetriedDeliveries } from "./types/index.ts";

export type DeliveryQuery = PageQuery & {
  journeyId?: string | null;
  personId?: string | null;
  status?: string | null;
  channel?: string | null;
  became?: string | null;
};

export function useDeliveries(query: DeliveryQuery = {}) {
  return useQuery({
    queryKey: keys.deliveries(query),
    queryFn: ({ signal }) => api.get<Page<Delivery>>("/api/deliveries", { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
}

export function useDelivery(id: string | null) {
  return useQuery({
    queryKey: keys.delivery(id ?? ""),
    queryFn: async ({ signal }) => (await api.get<One<DeliveryDetail>>(`/api/deliveries/${id}`, { signal })).data,
    enabled: id !== null,
  });
}

/** Queues failed messages again: all, or those of a journey or a channel. */
export function useRetryDeliveries() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (of: { journeyId?: string; channel?: string }) =>
      (await api.post<One<RetriedDeliveries>>("/api/deliveries/retry", of)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: ["deliveries"] }),
  });
}

export function useRetryDelivery() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<unknown>(`/api/deliveries/${id}/retry`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["deliveries"] }),
  });
}
