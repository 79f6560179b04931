"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Me } from "./types/index.ts";

type Dismissible = "first_steps";

/** Who is signed in, to which workspace. Throws a 401 `ApiProblem` when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: keys.me,
    queryFn: async ({ signal }) => (await api.get<One<Me>>("/api/me", { signal })).data,
    staleTime: 60_000,
  });
}

/** May the signed-in member change things? `false` until known. */
export function useCanEdit(): boolean {
  const { data } = useMe();
  return data ? data.role !== "viewer" : false;
}

export function useSwitchWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (workspaceId: string) => api.put<One<Me>>("/api/me/workspace", { workspaceId }),
    onSuccess: () => client.clear(),
  });
}

/** Hides something for the member in this workspace; it is gone at once, and in every browser. */
export function useDismiss(name: Dismissible) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<One<Me>>("/api/me/dismissed", { name }),
    onMutate: () => client.setQueryData<Me>(keys.me, (me) => (me ? { ...me, dismissed: [...me.dismissed, name] } : me)),
    onError: () => client.invalidateQueries({ queryKey: keys.me }),
  });
}

export function useRemoveDemo() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => api.delete<unknown>("/api/demo"), onSuccess: () => client.clear() });
}
