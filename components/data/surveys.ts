"use client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { SurveyResponse, SurveyResults } from "./types/index.ts";

/** What results are for: days as `2026-03-01` (UTC), and one revision of the questions. */
export type SurveyRange = { from: string | null; to: string | null; revision: number | null };
export type ResponseQuery = SurveyRange & { question: string | null; search: string };

type SurveyResponses = { responses: SurveyResponse[]; next: string | null };

const AGAIN_MS = 30_000;

/** The figures of a survey, read again while somebody looks at them. */
export function useSurveyResults(id: string, range: SurveyRange) {
  return useQuery({
    queryKey: keys.surveyPart(id, "results", range),
    queryFn: async ({ signal }) =>
      (await api.get<One<SurveyResults>>(`/api/surveys/${id}/results`, { query: range, signal })).data,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

/** What people answered, a page after another. */
export function useSurveyResponses(id: string, { search, ...query }: ResponseQuery) {
  return useInfiniteQuery({
    queryKey: keys.surveyPart(id, "responses", { ...query, search }),
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...query, search: search || null, after: pageParam };
      return (await api.get<One<SurveyResponses>>(`/api/surveys/${id}/responses`, { query: asked, signal })).data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** All answers as CSV. */
export async function exportSurvey(id: string, range: SurveyRange): Promise<string> {
  const parts: string[] = [];
  let after: string | null = null;
  do {
    const query = { ...range, after };
    const part: One<{ csv: string; next: string | null }> = await api.get(`/api/surveys/${id}/export`, { query });
    parts.push(part.data.csv);
    after = part.data.next;
  } while (after !== null);
  return parts.join("");
}

/** The address for everybody. */
export const surveyAddress = async (id: string): Promise<string> =>
  (await api.get<One<{ url: string }>>(`/api/surveys/${id}/link`)).data.url;
