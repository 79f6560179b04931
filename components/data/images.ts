"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Image } from "./types/index.ts";

export function useImages(query: PageQuery & { search?: string }, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: keys.images(query),
    queryFn: ({ signal }) => api.get<Page<Image>>("/api/images", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useUploadImage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { name: string; alt: string; content: string }) =>
      (await api.post<One<Image>>("/api/images", input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.images() }),
  });
}

export function useDeleteImage() {
  const client = useQueryClient();
  return useMutation({
    /** `anyway`: also while content shows it. */
    mutationFn: ({ id, anyway }: { id: string; anyway: boolean }) =>
      api.delete<unknown>(`/api/images/${id}${anyway ? "?anyway=true" : ""}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.images() }),
  });
}
