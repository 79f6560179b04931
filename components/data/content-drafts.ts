"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type {
  Content,
  ContentDraft,
  ContentFinding,
  ContentUse,
  ContentVersion,
  TemplateWords,
  TestSend,
} from "./types/index.ts";

/** The draft beside an item; null: there is none. Read once, because the editor knows best afterwards. */
export function useContentDraftOf(id: string) {
  return useQuery({
    queryKey: keys.contentPart(id, "draft"),
    queryFn: async ({ signal }) =>
      (await api.get<One<ContentDraft | null>>(`/api/content/${id}/draft`, { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Saves a draft; `edit` is the one that it follows. */
export const saveContentDraft = async (id: string, changes: object, edit: number | null): Promise<ContentDraft> =>
  (await api.put<One<ContentDraft>>(`/api/content/${id}/draft`, { ...changes, edit })).data;

export function usePublishContent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (looked: { revision: number; edit: number }) =>
      api.post<{ data: Content; warnings: ContentFinding[] }>(`/api/content/${id}/publish`, looked),
    onSuccess: ({ data }) => {
      client.setQueryData(keys.contentItem(id), data);
      void client.invalidateQueries({ queryKey: keys.content() });
      void client.invalidateQueries({ queryKey: keys.contentPart(id, "versions") });
    },
  });
}

export function useDiscardContentDraft(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<unknown>(`/api/content/${id}/draft`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.contentItem(id) }),
  });
}

export function useContentVersions(id: string, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: keys.contentPart(id, "versions"),
    queryFn: async ({ signal }) =>
      (await api.get<One<ContentVersion[]>>(`/api/content/${id}/versions`, { signal })).data,
  });
}

export function useRestoreContent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (revision: number) =>
      (await api.post<One<ContentDraft>>(`/api/content/${id}/versions/${revision}/restore`, {})).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.contentItem(id) }),
  });
}

export function useContentUses(id: string, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: keys.contentPart(id, "uses"),
    queryFn: async ({ signal }) => (await api.get<One<ContentUse[]>>(`/api/content/${id}/uses`, { signal })).data,
  });
}

export function useDuplicateContent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => (await api.post<One<Content>>(`/api/content/${id}/duplicate`, {})).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.content() }),
  });
}

/** The variables, filters and tags that a template may use. */
export function useTemplateWords(id: string) {
  return useQuery({
    queryKey: keys.templateWords(id),
    queryFn: async ({ signal }) =>
      (await api.get<One<TemplateWords>>("/api/content/words", { query: { content: id }, signal })).data,
    staleTime: 60_000,
  });
}

export type TestSendInput = { to?: string[]; personId?: string; language?: string; fromIdentityEmail?: string };

export function useTestSend(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: TestSendInput) =>
      (await api.post<One<TestSend[]>>(`/api/content/${id}/test-sends`, input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.contentPart(id, "tests") }),
  });
}

const LOOK_AGAIN_MS = 1_000;

/** The log of test mails; looked at again while some are on their way. */
export function useTestSends(id: string, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: keys.contentPart(id, "tests"),
    queryFn: async ({ signal }) => (await api.get<One<TestSend[]>>(`/api/content/${id}/test-sends`, { signal })).data,
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === "queued" || status === "sending") ? LOOK_AGAIN_MS : false,
  });
}
