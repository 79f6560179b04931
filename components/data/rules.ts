"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { PropertyCatalog, RulesPreview } from "./types/index.ts";

/** What rules can be about: traits, events, properties, tags, stages and segments that there really are. */
export function usePropertyCatalog() {
  return useQuery({
    queryKey: keys.propertyCatalog,
    queryFn: async ({ signal }) => (await api.get<One<PropertyCatalog>>("/api/property-catalog", { signal })).data,
    staleTime: 60_000,
  });
}

/** What is asked about people, or about the latest events of a name. */
export type RulesQuestion = { rules?: unknown; expression?: string; filter?: unknown; event?: string };

/** Who meets rules now; `null`: nothing is asked yet. */
export function useRulesPreview(question: RulesQuestion | null) {
  return useQuery({
    queryKey: keys.rulesPreview(question),
    queryFn: async ({ signal }) => (await api.post<One<RulesPreview>>("/api/rules/preview", question, { signal })).data,
    enabled: question !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 10_000,
  });
}
