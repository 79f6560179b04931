"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JsonObject } from "#journey";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Enrollment, EnrollmentDetail, EnrollPreview, Operation, UnknownPeople } from "./types/index.ts";

export type EnrollmentQuery = PageQuery & {
  status?: string | null;
  nodeId?: string | null;
  personId?: string | null;
  version?: number | null;
};

export function useEnrollments(journeyId: string, query: EnrollmentQuery) {
  return useQuery({
    queryKey: keys.enrollments(journeyId, query),
    queryFn: ({ signal }) => api.get<Page<Enrollment>>(`/api/journeys/${journeyId}/enrollments`, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
}

/** Statuses that change without a user, and those that a user may change. */
const MAY_MOVE: ReadonlySet<EnrollmentDetail["status"]> = new Set(["ACTIVE", "FAILED"]);

export function useEnrollment(journeyId: string, id: string) {
  return useQuery({
    queryKey: keys.enrollment(journeyId, id),
    queryFn: async ({ signal }) =>
      (await api.get<One<EnrollmentDetail>>(`/api/journeys/${journeyId}/enrollments/${id}`, { signal })).data,
    refetchInterval: ({ state }) => (state.data && MAY_MOVE.has(state.data.status) ? 2_000 : false),
  });
}

/** `stop` ends a running enrollment, `archive` hides a finished one. */
export function useEnrollmentAction(journeyId: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: "stop" | "archive") =>
      api.post<unknown>(`/api/journeys/${journeyId}/enrollments/${id}/${action}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.enrollments(journeyId) }),
  });
}

export type PersonReference = { personId: string } | { userId: string } | { anonymousId: string };
/** Somebody, and what only their enrollment carries. */
export type NamedPerson = PersonReference & { properties?: JsonObject };
export type EnrollInput = { people: readonly NamedPerson[] } | { segmentId: string };
/** What to do about named people whom nobody knows, and whether to answer person by person for a segment too. */
export type EnrollOptions = { unknown?: "skip" | "create"; each?: boolean };
export type EnrollAnswer = {
  unknown?: UnknownPeople;
  created?: number;
  enrollments?: { personId: string; enrollmentId: string | null; status: string; reason: string | null }[];
  operation?: Operation;
};

export function useEnroll(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: EnrollInput & EnrollOptions) =>
      (await api.post<One<EnrollAnswer>>(`/api/journeys/${journeyId}/enrollments`, input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.enrollments(journeyId) }),
  });
}

/** Whom an input names, and how many of them a message can reach; idle while there is none. */
export function useEnrollPreview(journeyId: string, input: EnrollInput | null) {
  return useQuery({
    queryKey: ["enroll-preview", journeyId, input],
    queryFn: async ({ signal }) =>
      (await api.post<One<EnrollPreview>>(`/api/journeys/${journeyId}/enrollments/preview`, input, { signal })).data,
    enabled: input !== null,
    gcTime: 0,
  });
}
