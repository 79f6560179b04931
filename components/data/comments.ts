"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Comment } from "./types/index.ts";

const REFRESH_MS = 20_000;

/** What was said about a journey and its steps, the oldest first; others' comments appear by themselves. */
export function useComments(journeyId: string) {
  return useQuery({
    queryKey: keys.comments(journeyId),
    queryFn: async ({ signal }) =>
      (await api.get<One<Comment[]>>(`/api/journeys/${journeyId}/comments`, { signal })).data,
    refetchInterval: REFRESH_MS,
  });
}

export type NewComment = Pick<Comment, "text" | "nodeId" | "parentId"> & { mentions: readonly string[] };

function useCommentChange<Input>(journeyId: string, change: (path: string, input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(`/api/journeys/${journeyId}/comments`, input),
    onSettled: () => client.invalidateQueries({ queryKey: keys.comments(journeyId) }),
  });
}

export const useAddComment = (journeyId: string) =>
  useCommentChange(journeyId, (path, comment: NewComment) => api.post<One<Comment>>(path, comment));
export const useResolveComment = (journeyId: string) =>
  useCommentChange(journeyId, (path, { id, resolved }: { id: string; resolved: boolean }) =>
    api.patch<One<Comment>>(`${path}/${id}`, { resolved }),
  );
export const useDeleteComment = (journeyId: string) =>
  useCommentChange(journeyId, (path, id: string) => api.delete<null>(`${path}/${id}`));
