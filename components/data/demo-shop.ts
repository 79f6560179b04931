"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { One, Page } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { DemoShop, Enrollment, EnrollmentDetail, Person, PersonEvent } from "./types/index.ts";

export function useDemoShop() {
  return useQuery({
    queryKey: keys.demoShop,
    queryFn: async ({ signal }) => (await api.get<One<DemoShop>>("/api/demo-shop", { signal })).data,
  });
}

export function useSetUpDemoShop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await api.post<One<DemoShop>>("/api/demo-shop")).data,
    onSuccess: (shop) => client.setQueryData(keys.demoShop, shop),
  });
}

/** Where a visitor of the shop is, and what arrived from them; all empty until their page has said something. */
type Walk = {
  readonly person: Person | null;
  readonly enrollment: EnrollmentDetail | null;
  readonly events: readonly PersonEvent[];
};

/** Asked for once a second, as people look at it while they click. */
export function useWalk(journeyId: string, shopper: string) {
  return useQuery({
    queryKey: [...keys.demoShop, "walk", journeyId, shopper],
    queryFn: ({ signal }) => readWalk(journeyId, shopper, signal),
    refetchInterval: 1_000,
  });
}

async function readWalk(journeyId: string, shopper: string, signal: AbortSignal): Promise<Walk> {
  const found = await api.get<Page<Person>>("/api/people", { query: { externalId: shopper, limit: 1 }, signal });
  const [person] = found.data;
  if (!person) return { person: null, enrollment: null, events: [] };
  const about = { personId: person.id };
  const [events, enrollments] = await Promise.all([
    api.get<Page<PersonEvent>>("/api/events", { query: { ...about, limit: 8 }, signal }),
    api.get<Page<Enrollment>>(`/api/journeys/${journeyId}/enrollments`, { query: { ...about, limit: 1 }, signal }),
  ]);
  const [latest] = enrollments.data;
  const path = `/api/journeys/${journeyId}/enrollments/${latest?.id}`;
  const enrollment = latest ? (await api.get<One<EnrollmentDetail>>(path, { signal })).data : null;
  return { person, enrollment, events: events.data };
}
