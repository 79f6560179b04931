"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Session } from "./types/index.ts";

/** Where the caller is signed in. */
export function useSessions() {
  return useQuery({
    queryKey: keys.sessions,
    queryFn: async ({ signal }) => (await api.get<One<Session[]>>("/api/auth/sessions", { signal })).data,
  });
}

/** Signs the caller out on one device. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<null>(`/api/auth/sessions/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
}

/** Signs the caller out on all other devices; answers how many there were. */
export function useEndOtherSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await api.post<One<{ ended: number }>>("/api/auth/sessions/end-others")).data.ended,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
}
