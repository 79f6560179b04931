"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JsonObject } from "#journey";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { everyPage } from "./every-page.ts";
import { keys } from "./keys.ts";
import type { DecisionFlow, DecisionFlowFigures, DecisionTest, Offer } from "./types/index.ts";

type Cap = Offer["caps"][number];

export type OfferInput = {
  name: string;
  description?: string | null;
  channel?: string | null;
  contentId?: string | null;
  rules?: JsonObject | null;
  expression?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  priority?: number;
  score?: string | null;
  caps?: Cap[];
  properties?: JsonObject;
};

export type DecisionFlowInput = {
  name: string;
  description?: string | null;
  offers?: string[] | null;
  channel?: string | null;
  score?: string | null;
  sampling?: DecisionFlow["sampling"];
  caps?: Cap[];
  suppress?: DecisionFlow["suppress"];
};

type ListQuery = PageQuery & { search?: string; archived?: "true" | "false" };

export function useOffers(query: ListQuery = {}) {
  return useQuery({
    queryKey: keys.offers(query),
    queryFn: ({ signal }) => api.get<Page<Offer>>("/api/offers", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** All of them, to choose from. */
export function useEveryOffer() {
  return useQuery({
    queryKey: keys.offers({ every: true }),
    queryFn: ({ signal }) => everyPage<Offer>("/api/offers", signal),
  });
}

export function useDecisionFlows(query: ListQuery = {}) {
  return useQuery({
    queryKey: keys.decisionFlows(query),
    queryFn: ({ signal }) => api.get<Page<DecisionFlow>>("/api/decision-flows", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** All of them, to choose from. */
export function useEveryDecisionFlow() {
  return useQuery({
    queryKey: keys.decisionFlows({ every: true }),
    queryFn: ({ signal }) => everyPage<DecisionFlow>("/api/decision-flows", signal),
  });
}

export function useDecisionFlow(id: string) {
  return useQuery({
    queryKey: keys.decisionFlow(id),
    queryFn: async ({ signal }) => (await api.get<One<DecisionFlow>>(`/api/decision-flows/${id}`, { signal })).data,
  });
}

export function useFlowFigures(id: string) {
  return useQuery({
    queryKey: keys.flowFigures(id),
    queryFn: async ({ signal }) =>
      (await api.get<One<DecisionFlowFigures>>(`/api/decision-flows/${id}/figures`, { signal })).data,
    refetchInterval: 10_000,
  });
}

/** Creates the offer, or changes the one of this id. */
export function useSaveOffer(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: OfferInput) =>
      (id ? await api.patch<One<Offer>>(`/api/offers/${id}`, input) : await api.post<One<Offer>>("/api/offers", input))
        .data,
    onSuccess: () => client.invalidateQueries({ queryKey: ["decisions"] }),
  });
}

/** Creates the flow, or changes the one of this id. */
export function useSaveDecisionFlow(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: DecisionFlowInput) =>
      (id
        ? await api.patch<One<DecisionFlow>>(`/api/decision-flows/${id}`, input)
        : await api.post<One<DecisionFlow>>("/api/decision-flows", input)
      ).data,
    onSuccess: () => client.invalidateQueries({ queryKey: ["decisions"] }),
  });
}

type Kept = { noun: "offers" | "decision-flows"; id: string };

export function useArchiveDecision() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ noun, id, restore }: Kept & { restore: boolean }) =>
      api.post<unknown>(`/api/${noun}/${id}/${restore ? "restore" : "archive"}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["decisions"] }),
  });
}

export function useDeleteDecision() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ noun, id }: Kept) => api.delete<unknown>(`/api/${noun}/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["decisions"] }),
  });
}

/** Decides for one person without storing it. */
export function useTestDecisionFlow(id: string) {
  return useMutation({
    mutationFn: async (input: { personId: string; maxOffers: number; draw: string }) =>
      (await api.post<One<DecisionTest>>(`/api/decision-flows/${id}/test`, input)).data,
  });
}
