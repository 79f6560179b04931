"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { SavedView } from "./types/index.ts";

/** The saved views of a page: one's own and those of everyone. */
export function useSavedViews(path: string) {
  return useQuery({
    queryKey: keys.savedViews(path),
    queryFn: async ({ signal }) =>
      (await api.get<One<SavedView[]>>("/api/saved-views", { query: { path }, signal })).data,
    staleTime: 30_000,
  });
}

export type NewView = Pick<SavedView, "name" | "path" | "query" | "isShared">;

export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: NewView) => api.post<One<SavedView>>("/api/saved-views", view),
    onSuccess: (_, { path }) => client.invalidateQueries({ queryKey: keys.savedViews(path) }),
  });
}

export function useDeleteView(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<null>(`/api/saved-views/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.savedViews(path) }),
  });
}
