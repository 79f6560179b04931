"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { validateJourney } from "./journeys.ts";
import { keys } from "./keys.ts";
import { savePending } from "./pending-saves.ts";
import type {
  JourneyDetail,
  Migration,
  Operation,
  PublishPreview,
  ResumePreview,
  Validation,
  VersionDifference,
} from "./types/index.ts";

/** What to publish: the checked revision, and the migration of people. */
export type PublishBody = { revision: number; migration?: Migration; includePresent?: boolean };

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

export type PublishCheck = Validation & { draft: JourneyDetail };

const checkKey = (journeyId: string) => ["publish-check", journeyId];

/** The draft to publish, after all pending saves, with its blocking problems; fetched again when everything is saved. */
export function usePublishCheck(journeyId: string, isSaved: boolean) {
  const client = useQueryClient();
  return useQuery({
    queryKey: [...checkKey(journeyId), isSaved],
    queryFn: async (): Promise<PublishCheck> => {
      await savePending();
      const draft = (await api.get<One<JourneyDetail>>(`/api/journeys/${journeyId}`)).data;
      client.setQueryData(keys.journey(journeyId), draft);
      return { ...(await validateJourney(journeyId)), draft };
    },
    gcTime: 0,
    // The preview stays as shown until it is requested again.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

/** Drops the cached preview, so that the dialog uses the current draft. */
export function useLookAgain(journeyId: string) {
  const client = useQueryClient();
  return () => {
    void client.resetQueries({ queryKey: checkKey(journeyId) });
    void client.resetQueries({ queryKey: [...keys.journey(journeyId), "preview"] });
    void client.invalidateQueries({ queryKey: keys.journey(journeyId), exact: true });
  };
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
    mutationFn: ({ versionId, ...body }: { versionId: string } & PublishBody) =>
      api.post<{ operation?: Operation | null }>(`/api/journeys/${journeyId}/versions/${versionId}/rollback`, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.journeys() });
      await client.invalidateQueries({ queryKey: ["operations"] });
    },
  });
}

/** Recounts past conversions by the current goal. */
export function useRecount(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      (await api.post<One<{ operation: Operation }>>(`/api/journeys/${journeyId}/recount`)).data.operation,
    onSuccess: () => client.invalidateQueries({ queryKey: ["operations"] }),
  });
}

/** How many people a resume would set in motion, asked when the question is shown. */
export function useResumePreview(journeyId: string) {
  return useQuery({
    queryKey: [...keys.journey(journeyId), "resume-preview"],
    queryFn: async ({ signal }) =>
      (await api.get<One<ResumePreview>>(`/api/journeys/${journeyId}/resume/preview`, { signal })).data,
    gcTime: 0,
  });
}

const justPublishedKey = (journeyId: string) => ["just-published", journeyId] as const;

/** The number of the version that was published in this tab a moment ago; `null`: none, or it was dismissed. */
export function useJustPublished(journeyId: string) {
  const client = useQueryClient();
  const { data = null } = useQuery<number | null>({
    queryKey: justPublishedKey(journeyId),
    queryFn: () => null,
    enabled: false,
    initialData: null,
  });
  const note = (number: number | null) => client.setQueryData<number | null>(justPublishedKey(journeyId), number);
  return { number: data, note };
}

/** Names a version, or notes why it was made. */
export function useLabelVersion(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ versionId, ...label }: { versionId: string; name: string; note: string }) =>
      api.patch<unknown>(`/api/journeys/${journeyId}/versions/${versionId}`, label),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.versions(journeyId) }),
  });
}
