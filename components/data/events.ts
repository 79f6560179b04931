"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { EventName, PersonEvent } from "./types/person.ts";

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

/** Names of events seen so far; the API answers names or rows with counts. */
export function useEventNames() {
  return useQuery({
    queryKey: keys.eventNames,
    queryFn: async ({ signal }) => {
      const { data } = await api.get<{ data: (string | EventName)[] }>("/api/events/names", { signal });
      return data.map((entry) => (typeof entry === "string" ? { name: entry } : entry));
    },
    staleTime: 30_000,
  });
}
