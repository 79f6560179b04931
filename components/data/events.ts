"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { EventName, PersonEvent, RefusedMessage, RefusedTotals } from "./types/index.ts";

export type EventQuery = PageQuery & { name?: string | null; personId?: string | null };

/** `live` asks again every second and a half. */
export function useEvents(query: EventQuery = {}, live = false) {
  return useQuery({
    queryKey: keys.events(query),
    queryFn: ({ signal }) => api.get<Page<PersonEvent>>("/api/events", { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: live ? 1_500 : false,
  });
}

/** Names of events seen so far, with how often. */
export function useEventNames() {
  return useQuery({
    queryKey: keys.eventNames,
    queryFn: async ({ signal }) => (await api.get<One<EventName[]>>("/api/events/names", { signal })).data,
    staleTime: 30_000,
  });
}

/** What was refused, or changed, on its way in. */
export function useRefusedMessages(query: PageQuery & { hours: number }) {
  return useQuery({
    queryKey: keys.refusedMessages(query),
    queryFn: ({ signal }) =>
      api.get<Page<RefusedMessage> & { totals: RefusedTotals }>("/api/events/refused", { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}
