"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JsonObject } from "#journey";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { everyPage } from "./every-page.ts";
import { keys } from "./keys.ts";
import type { Person, Segment, SegmentUse } from "./types/index.ts";

export type SegmentInput = {
  name: string;
  key?: string;
  description?: string | null;
  kind: "static" | "rules";
  rules?: JsonObject;
};

export function useSegments(query: PageQuery & { search?: string } = {}) {
  return useQuery({
    queryKey: keys.segments(query),
    queryFn: ({ signal }) => api.get<Page<Segment>>("/api/segments", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** All of them, to choose from. */
export function useEverySegment() {
  return useQuery({
    queryKey: keys.segments({ every: true }),
    queryFn: ({ signal }) => everyPage<Segment>("/api/segments", signal),
  });
}

export function useSegment(id: string) {
  return useQuery({
    queryKey: keys.segment(id),
    queryFn: async ({ signal }) => (await api.get<One<Segment>>(`/api/segments/${id}`, { signal })).data,
  });
}

/** Where a segment is used. */
export function useSegmentUses(id: string) {
  return useQuery({
    queryKey: [...keys.segment(id), "uses"],
    queryFn: async ({ signal }) => (await api.get<One<SegmentUse[]>>(`/api/segments/${id}/uses`, { signal })).data,
  });
}

export function useSegmentMembers(id: string, query: PageQuery = {}) {
  return useQuery({
    queryKey: keys.members(id, query),
    queryFn: ({ signal }) => api.get<Page<Person>>(`/api/segments/${id}/members`, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 4_000,
  });
}

export function useCreateSegment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: SegmentInput) => (await api.post<One<Segment>>("/api/segments", input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: ["segments"] }),
  });
}

export function usePatchSegment(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (patch: Partial<SegmentInput>) =>
      (await api.patch<One<Segment>>(`/api/segments/${id}`, patch)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: ["segments"] }),
  });
}

export function useDeleteSegment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<unknown>(`/api/segments/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["segments"] }),
  });
}

/** Adds people to, or takes them out of, a static segment. */
export function useChangeMembers(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ add, remove }: { add?: string[]; remove?: string[] }) =>
      add
        ? api.post<unknown>(`/api/segments/${id}/members`, { personIds: add })
        : api.delete<unknown>(`/api/segments/${id}/members`, { body: { personIds: remove ?? [] } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["segments"] }),
  });
}
