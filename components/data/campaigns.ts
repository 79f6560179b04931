"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Campaign } from "./types/index.ts";

export type CampaignInput = {
  name: string;
  kind: "public" | "private";
  isTemplate?: boolean;
  contentId?: string | null;
  segmentId?: string | null;
};

export function useCampaigns(query: PageQuery & { search?: string } = {}) {
  return useQuery({
    queryKey: keys.campaigns(query),
    queryFn: ({ signal }) => api.get<Page<Campaign>>("/api/campaigns", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useCreateCampaign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: CampaignInput) => (await api.post<One<Campaign>>("/api/campaigns", input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.campaigns() }),
  });
}

/** Starts or ends a campaign. */
export function useMoveCampaign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, move }: { id: string; move: "start" | "end" }) =>
      (await api.post<One<Campaign>>(`/api/campaigns/${id}/${move}`)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.campaigns() }),
  });
}
