"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Canvas, JourneyMove, Problem } from "#journey";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { everyPage } from "./every-page.ts";
import { keys } from "./keys.ts";
import type {
  Journey,
  JourneyDetail,
  JourneyPatch,
  JourneyRevision,
  JourneySource,
  JourneyVersion,
  NewJourney,
  SavedJourney,
  Validation,
} from "./types/index.ts";

export type JourneyQuery = PageQuery & { status?: string; siteId?: string; search?: string };

export function useJourneys(query: JourneyQuery = {}) {
  return useQuery({
    queryKey: keys.journeys(query),
    queryFn: ({ signal }) => api.get<Page<Journey>>("/api/journeys", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** All of them, to choose from. */
export function useEveryJourney() {
  return useQuery({
    queryKey: keys.journeys({ every: true }),
    queryFn: ({ signal }) => everyPage<Journey>("/api/journeys", signal),
  });
}

export function useJourney(id: string) {
  return useQuery({
    queryKey: keys.journey(id),
    queryFn: async ({ signal }) => (await api.get<One<JourneyDetail>>(`/api/journeys/${id}`, { signal })).data,
  });
}

/** Whether somebody changed the journey since it was fetched is asked so often while a page shows it. */
const WATCH_MS = 3_000;

/** Fetches a journey again when it was changed elsewhere: by another person, by a file, by the API. */
export function useJourneyWatch(journey: Journey): void {
  const client = useQueryClient();
  const { id, updatedAt } = journey;
  const { data } = useQuery({
    queryKey: keys.revision(id),
    queryFn: async ({ signal }) =>
      (await api.get<One<JourneyRevision>>(`/api/journeys/${id}/revision`, { signal })).data,
    refetchInterval: WATCH_MS,
    staleTime: 0,
  });
  const seen = data?.updatedAt;
  useEffect(() => {
    if (seen !== undefined && Date.parse(seen) > Date.parse(updatedAt))
      void client.invalidateQueries({ queryKey: keys.journey(id), exact: true });
  }, [client, id, seen, updatedAt]);
}

export function useVersions(id: string) {
  return useQuery({
    queryKey: keys.versions(id),
    queryFn: async ({ signal }) =>
      (await api.get<One<JourneyVersion[]>>(`/api/journeys/${id}/versions`, { signal })).data,
    // The numbers change while the page is open.
    refetchInterval: 10_000,
  });
}

/** Stores the saved journey in the cache and refetches everything that depends on it. */
function useSaved(id: string) {
  const client = useQueryClient();
  return (saved: { data: JourneyDetail }) => {
    client.setQueryData<JourneyDetail>(keys.journey(id), (previous) => ({ ...previous, ...saved.data }));
    void client.invalidateQueries({ queryKey: keys.journeys() });
  };
}

export function useCreateJourney() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: NewJourney) => api.post<SavedJourney>("/api/journeys", input),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.journeys() }),
  });
}

export function usePatchJourney(id: string) {
  return useMutation({
    mutationFn: (patch: JourneyPatch) => api.patch<SavedJourney>(`/api/journeys/${id}`, patch),
    onSuccess: useSaved(id),
  });
}

/** Says where the journey may be changed: in its file, here, or in both. */
export function useSetSource(id: string) {
  return useMutation({
    mutationFn: (source: JourneySource) => api.put<{ data: JourneyDetail }>(`/api/journeys/${id}/source`, source),
    onSuccess: useSaved(id),
  });
}

/** Saves the canvas; a conflict is an `ApiProblem` with status 412 and `body.currentRevision`. */
export async function saveCanvas(id: string, canvas: Canvas, revision: number): Promise<SavedJourney> {
  return api.put<SavedJourney>(
    `/api/journeys/${id}/canvas`,
    { annotations: [], ...canvas },
    { headers: { "if-match": `"${revision}"` } },
  );
}

export async function validateJourney(id: string, draft?: unknown): Promise<Validation> {
  return (await api.post<One<Validation>>(`/api/journeys/${id}/validate`, draft)).data;
}

export type JourneyAction = JourneyMove | "delete";

/** One lifecycle move; `delete` removes the journey with its enrollments and answers nothing. */
export function useJourneyAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, body }: { action: JourneyAction; body?: Record<string, unknown> }) => {
      if (action === "archive") return api.delete<{ data?: Journey; warnings?: Problem[] }>(`/api/journeys/${id}`);
      if (action === "delete") return api.delete<null>(`/api/journeys/${id}`, { query: { permanent: true } });
      return api.post<{ data?: Journey; warnings?: Problem[] }>(`/api/journeys/${id}/${action}`, body);
    },
    onSuccess: async (_answer, { action }) => {
      if (action === "delete") client.removeQueries({ queryKey: keys.journey(id) });
      await client.invalidateQueries({ queryKey: keys.journeys() });
      await client.invalidateQueries({ queryKey: ["enrollments", id] });
      await client.invalidateQueries({ queryKey: ["operations"] });
    },
  });
}

/** The canvas a version froze; idle while `versionId` is null. */
export function useVersionDocument(journeyId: string, versionId: string | null) {
  return useQuery({
    queryKey: [...keys.versions(journeyId), versionId],
    queryFn: async ({ signal }) => {
      const { data } = await api.get<One<Canvas>>(`/api/journeys/${journeyId}/versions/${versionId}`, { signal });
      return data;
    },
    enabled: versionId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
