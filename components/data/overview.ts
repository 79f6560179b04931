"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Overview } from "./types/index.ts";

export type OverviewQuery = PageQuery & { sort?: string; order?: string | null; archived?: boolean };

/** All journeys with their figures, sorted by one of them. */
export function useOverview(query: OverviewQuery) {
  return useQuery({
    queryKey: keys.overview(query),
    queryFn: ({ signal }) => api.get<Overview>("/api/overview", { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}
