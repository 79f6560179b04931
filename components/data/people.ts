"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JsonObject } from "#journey";
import type { One, Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type {
  Delivery,
  Enrollment,
  Operation,
  PeopleChange,
  Person,
  PersonEvent,
  PersonPatch,
  ReportedUserEvent,
} from "./types/index.ts";

export type PeopleQuery = PageQuery & {
  search?: string | null;
  segmentId?: string | null;
  tag?: string | null;
  externalId?: string;
};

/** The filters of the list of people. */
export type PeopleFilter = Pick<PeopleQuery, "search" | "segmentId" | "tag">;

/** The people of a change: those named, or all who match a filter. */
export type WhichPeople = { readonly personIds: readonly string[] } | { readonly filter: PeopleFilter };

/** Changes many people at once; an operation does the work, and the lists follow it. */
export function useChangePeople() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ change, ...whom }: WhichPeople & { change: PeopleChange }) => {
      const input = "filter" in whom ? { filter: withoutEmpty(whom.filter) } : whom;
      return (await api.post<One<{ operation: Operation }>>("/api/people/changes", { ...input, change })).data
        .operation;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["people"] }),
  });
}

/** A filter that is not set is left out. */
const withoutEmpty = (filter: PeopleFilter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value));

export function usePeople(query: PeopleQuery = {}, enabled = true) {
  return useQuery({
    queryKey: keys.people(query),
    queryFn: ({ signal }) => api.get<Page<Person>>("/api/people", { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function usePerson(id: string) {
  return useQuery({
    queryKey: keys.person(id),
    queryFn: async ({ signal }) => (await api.get<One<Person>>(`/api/people/${id}`, { signal })).data,
  });
}

function usePersonPart<Item>(id: string, part: string, query: PageQuery) {
  return useQuery({
    queryKey: keys.personPart(id, part, query),
    queryFn: ({ signal }) => api.get<Page<Item>>(`/api/people/${id}/${part}`, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
}

export const usePersonEvents = (id: string, query: PageQuery = {}) => usePersonPart<PersonEvent>(id, "events", query);
export const usePersonEnrollments = (id: string, query: PageQuery = {}) =>
  usePersonPart<Enrollment>(id, "enrollments", query);
export const usePersonDeliveries = (id: string, query: PageQuery = {}) =>
  usePersonPart<Delivery>(id, "deliveries", query);

export function usePatchPerson(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (patch: PersonPatch) => (await api.patch<One<Person>>(`/api/people/${id}`, patch)).data,
    onSuccess: (person) => {
      client.setQueryData<Person>(keys.person(id), (previous) => ({ ...previous, ...person }));
      void client.invalidateQueries({ queryKey: ["people", "list"] });
    },
  });
}

export type NewPerson = { externalId: string; traits?: JsonObject; tags?: string[] };

export function useCreatePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: NewPerson) => (await api.post<One<Person>>("/api/people", input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: ["people"] }),
  });
}

/** Everything that is stored about a person, as a file with lines of JSON. */
export function useExportPerson(id: string) {
  return useMutation({ mutationFn: () => api.file(`/api/people/${id}/export`) });
}

/** Deletes a person with all their data; an operation completes the work. */
export function useErasePerson(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await api.delete<One<{ operation: Operation }>>(`/api/people/${id}`)).data.operation,
    onSuccess: () => client.invalidateQueries({ queryKey: ["people", "list"] }),
  });
}

export type NewEvent = { personId: string; name: string; properties?: JsonObject };

/** Reports an event as a person, as a client would. */
export function useSendEvent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ personId, ...event }: NewEvent) =>
      (await api.post<One<ReportedUserEvent>>(`/api/people/${personId}/events`, event)).data,
    onSuccess: () => {
      for (const queryKey of [["events"], ["people"], keys.eventNames, keys.propertyCatalog])
        void client.invalidateQueries({ queryKey });
    },
  });
}
