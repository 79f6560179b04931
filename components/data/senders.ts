"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { SenderIdentity } from "./types/index.ts";

/** The sender identities; while a mail with a link is on its way, its state is asked for again. */
export function useSenders() {
  return useQuery({
    queryKey: keys.senders,
    queryFn: async ({ signal }) =>
      (await api.get<One<SenderIdentity[]>>("/api/sender-identities", { query: { limit: 100 }, signal })).data,
    refetchInterval: ({ state }) => (state.data?.some(isOnItsWay) ? 2_000 : false),
  });
}

const isOnItsWay = ({ link }: SenderIdentity) => link?.status === "queued" || link?.status === "sending";

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.senders }),
  });
}

export const useCreateSender = () =>
  useChange((input: { email: string; name: string | null }) => api.post("/api/sender-identities", input));

export const useVerifySender = () =>
  useChange(({ id, by }: { id: string; by: "link" | "dns" | "declaration" }) =>
    api.post(`/api/sender-identities/${id}/verify/${by}`),
  );

export const useChooseDefaultSender = () => useChange((id: string) => api.post(`/api/sender-identities/${id}/default`));

export const useRemoveSender = () => useChange((id: string) => api.delete(`/api/sender-identities/${id}`));
