"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JsonObject } from "#journey";
import type { MailDesign } from "#mails";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { everyPage } from "./every-page.ts";
import { keys } from "./keys.ts";
import type { Content, ContentPreview, DocumentPreview } from "./types/index.ts";

export type ContentQuery = PageQuery & { type?: string | null; search?: string | null };
export type ContentInput = {
  type: string;
  slug?: string;
  name: string;
  subject?: string;
  html?: string;
  text?: string;
  body?: JsonObject;
  transactional?: boolean;
  topicId?: string | null;
  mail?: MailDesign | null;
};
export type ContentPatch = Partial<Omit<ContentInput, "type">>;

export function useContents(query: ContentQuery = {}) {
  return useQuery({
    queryKey: keys.content(query),
    queryFn: ({ signal }) => api.get<Page<Content>>("/api/content", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** All of them, to choose from. */
export function useEveryContent() {
  return useQuery({
    queryKey: keys.content({ every: true }),
    queryFn: ({ signal }) => everyPage<Content>("/api/content", signal),
  });
}

export function useContent(id: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: keys.contentItem(id),
    queryFn: async ({ signal }) => (await api.get<One<Content>>(`/api/content/${id}`, { signal })).data,
  });
}

export function useCreateContent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: ContentInput) => (await api.post<One<Content>>("/api/content", input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.content() }),
  });
}

export function usePatchContent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (patch: ContentPatch) => (await api.patch<One<Content>>(`/api/content/${id}`, patch)).data,
    onSuccess: (item) => {
      client.setQueryData(keys.contentItem(id), item);
      void client.invalidateQueries({ queryKey: keys.content() });
    },
  });
}

export function useDeleteContent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<unknown>(`/api/content/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.content() }),
  });
}

export type PreviewInput = {
  type?: string;
  subject: string;
  html: string;
  text: string;
  mail?: MailDesign | null;
  language?: string | null;
  personId?: string | null;
};

/** `enabled` is false for viewers: rendering costs server time and is reserved for editors. */
export function useContentPreview(input: PreviewInput, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ["content", "preview", input],
    queryFn: async ({ signal }) =>
      (await api.post<One<ContentPreview>>("/api/content/preview", withoutNull(input), { signal })).data,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export type DocumentPreviewInput = {
  type: string;
  body: JsonObject;
  personId: string | null;
  languages: readonly string[];
};

/** Unsaved content in pages, as one person would see it. `enabled` as above. */
export function useDocumentPreview({ personId, ...input }: DocumentPreviewInput, enabled: boolean) {
  const body = personId ? { ...input, personId } : input;
  return useQuery({
    enabled,
    queryKey: ["content", "preview-document", body],
    queryFn: async ({ signal }) =>
      (await api.post<One<DocumentPreview>>("/api/content/preview-document", body, { signal })).data,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

function withoutNull({ personId, language, ...rest }: PreviewInput) {
  return { ...rest, ...(personId ? { personId } : {}), ...(language ? { language } : {}) };
}
