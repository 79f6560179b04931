"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { ConsentImport, PersonConsent, ReachCount, Suppression, Topic } from "./types/index.ts";

export type ConsentChannel = Suppression["channel"];
export type ConsentKind = "suppressions" | "subscriptions" | "tracking";

export function useTopics() {
  return useQuery({
    queryKey: keys.topics,
    queryFn: async ({ signal }) => (await api.get<One<Topic[]>>("/api/topics", { signal })).data,
  });
}

export type TopicInput = Partial<
  Pick<Topic, "description" | "defaultOn" | "doubleOptIn" | "confirmationContentId" | "archived">
> & { name?: string };

/** Creates a topic, or changes the one with the id. */
export function useSaveTopic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...input }: TopicInput & { id: string | null }) =>
      id === null ? api.post("/api/topics", input) : api.patch(`/api/topics/${id}`, input),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.topics }),
  });
}

export function usePersonConsent(id: string) {
  return useQuery({
    queryKey: keys.personPart(id, "consent"),
    queryFn: async ({ signal }) => (await api.get<One<PersonConsent>>(`/api/people/${id}/consent`, { signal })).data,
  });
}

type ConsentPatch = {
  subscriptions?: {
    topic: string | null;
    channel: ConsentChannel | null;
    state: "subscribed" | "unsubscribed" | null;
  }[];
  tracking?: { opens?: boolean | null; clicks?: boolean | null };
  frequency?: PersonConsent["frequency"];
  snoozedUntil?: string | null;
  reason?: string;
};

export function usePatchConsent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (patch: ConsentPatch) =>
      (await api.patch<One<PersonConsent>>(`/api/people/${id}/consent`, patch)).data,
    onSuccess: (consent) => client.setQueryData(keys.personPart(id, "consent"), consent),
  });
}

type AddressChange = { channel: ConsentChannel; address: string; reason: string; lift: boolean };

/** Suppresses an address, or lifts that, with the reason. */
export function useChangeAddress() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ channel, address, reason, lift }: AddressChange) =>
      lift
        ? api.post("/api/suppressions/lift", { channel, address, reason })
        : api.post("/api/suppressions", { channel, address, ...(reason === "" ? {} : { detail: reason }) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.suppressions() });
      await client.invalidateQueries({ queryKey: ["people", "one"] });
    },
  });
}

export function useSuppressions(query: { search: string; before: string | null }) {
  return useQuery({
    queryKey: keys.suppressions(query),
    queryFn: ({ signal }) =>
      api.get<{ data: Suppression[]; nextBefore: string | null }>("/api/suppressions", {
        query: { limit: 20, search: query.search || null, before: query.before },
        signal,
      }),
  });
}

export type ReachQuery = {
  segment?: string | null;
  channel?: ConsentChannel;
  topic?: string | null;
  content?: string | null;
};

export function useReach(query: ReachQuery, enabled = true) {
  return useQuery({
    queryKey: keys.reach(query),
    queryFn: async ({ signal }) => (await api.get<One<ReachCount>>("/api/reach", { query, signal })).data,
    enabled,
    staleTime: 30_000,
  });
}

export function useImportConsent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { kind: ConsentKind; csv: string }) =>
      (await api.post<One<ConsentImport>>("/api/consent/import", input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.suppressions() }),
  });
}

/** The whole list as one CSV, asked for in parts. */
export async function exportConsent(kind: ConsentKind): Promise<string> {
  const parts: string[] = [];
  let after: string | null = null;
  do {
    const part: One<{ csv: string; next: string | null }> = await api.get("/api/consent/export", {
      query: { kind, after },
    });
    parts.push(part.data.csv);
    after = part.data.next;
  } while (after !== null);
  return parts.join("");
}
