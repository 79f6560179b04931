"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import { savePending } from "./pending-saves.ts";
import type { Operation } from "./types/catalog.ts";
import type { Migration, PublishPreview, VersionDifference } from "./types/publishing.ts";

/** What publishing the draft (or going back to `versionId`) would do to the people inside, under the given plan. */
export function usePublishPreview(journeyId: string, migration: Migration | null, versionId?: string) {
  return useQuery({
    queryKey: [...keys.journey(journeyId), "preview", versionId ?? null, migration],
    queryFn: async ({ signal }) => {
      await savePending();
      const path = versionId ? `versions/${versionId}/rollback/preview` : "publish/preview";
      const body = migration ? { migration } : {};
      return (await api.post<One<PublishPreview>>(`/api/journeys/${journeyId}/${path}`, body, { signal })).data;
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** Differences between two versions; `to` may be `draft`. Idle while one side is missing. */
export function useVersionDifference(journeyId: string, from: string | null, to: string | null) {
  return useQuery({
    queryKey: [...keys.versions(journeyId), "compare", from, to],
    queryFn: async ({ signal }) => {
      const query = { from, to };
      return (await api.get<One<VersionDifference>>(`/api/journeys/${journeyId}/versions/compare`, { query, signal }))
        .data;
    },
    enabled: from !== null && to !== null && from !== to,
  });
}

export function useRollBack(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ versionId, migration }: { versionId: string; migration?: Migration }) =>
      api.post<{ operation?: Operation | null }>(
        `/api/journeys/${journeyId}/versions/${versionId}/rollback`,
        migration ? { migration } : {},
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.journeys() });
      await client.invalidateQueries({ queryKey: ["operations"] });
    },
  });
}

/** Counts past conversions again under the goal as it is now. */
export function useRecount(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      (await api.post<One<{ operation: Operation }>>(`/api/journeys/${journeyId}/recount`)).data.operation,
    onSuccess: () => client.invalidateQueries({ queryKey: ["operations"] }),
  });
}
