"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Overview, OverviewJourney } from "./types/index.ts";

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

const PAGE = 100;

/** Every row of the overview, for a file. */
export async function everyOverviewRow(query: OverviewQuery): Promise<OverviewJourney[]> {
  const rows: OverviewJourney[] = [];
  for (let page = 1; ; page++) {
    const { data, meta } = await api.get<Overview>("/api/overview", { query: { ...query, page, limit: PAGE } });
    rows.push(...data);
    if (page >= meta.totalPages) return rows;
  }
}
