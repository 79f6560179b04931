"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Provider, TestedProvider } from "./types/index.ts";

export type ProviderSetting = {
  service: Provider["service"];
  settings: Record<string, unknown>;
  /** Left out: those that are kept stay. */
  secrets?: Record<string, unknown>;
};

export function useProviders() {
  return useQuery({
    queryKey: keys.providers,
    queryFn: async ({ signal }) => (await api.get<One<Provider[]>>("/api/providers", { signal })).data,
  });
}

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: keys.providers }) });
}

export const useSetProvider = () =>
  useChange(({ service, ...input }: ProviderSetting) => api.put(`/api/providers/${service}`, input));

export const useRemoveProvider = () => useChange((service: string) => api.delete(`/api/providers/${service}`));

export const useTestProvider = () =>
  useMutation({
    mutationFn: async ({ service, to }: { service: string; to: string }) =>
      (await api.post<One<TestedProvider>>(`/api/providers/${service}/test`, { to })).data,
  });
