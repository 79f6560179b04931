"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { One, Page } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { ColumnTarget, PeopleImport, PeopleImportPreview, RefusedRow } from "./types/index.ts";

export type PeopleImportInput = { csv: string; name?: string; columns?: Record<string, ColumnTarget> };

const BUSY_MS = 700;
const ROWS_A_PAGE = 10_000;

/** What an import of the list would do; nothing is stored. */
export async function previewPeople(input: PeopleImportInput): Promise<PeopleImportPreview> {
  return (await api.post<One<PeopleImportPreview>>("/api/people-imports/preview", input)).data;
}

export function useImportPeople() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: PeopleImportInput) =>
      (await api.post<One<PeopleImport>>("/api/people-imports", input)).data,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.peopleImports() }),
  });
}

export const hasEnded = ({ operation }: PeopleImport): boolean => operation.finishedAt !== null;

/** Follows an imported list until it has ended; then pages show the people. */
export function usePeopleImport(id: string) {
  const client = useQueryClient();
  const wasOpen = useRef(false);
  const found = useQuery({
    queryKey: keys.peopleImport(id),
    queryFn: async ({ signal }) => (await api.get<One<PeopleImport>>(`/api/people-imports/${id}`, { signal })).data,
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data) ? false : BUSY_MS),
  });
  const isOpen = found.data ? !hasEnded(found.data) : false;
  useEffect(() => {
    if (wasOpen.current && !isOpen)
      for (const queryKey of [keys.people(), keys.peopleImports()]) void client.invalidateQueries({ queryKey });
    wasOpen.current = isOpen;
  }, [isOpen, client]);
  return found;
}

/** The imported lists of the last days, the newest first. */
export function usePeopleImports(page: number) {
  const query = { page, limit: 10 };
  return useQuery({
    queryKey: keys.peopleImports(query),
    queryFn: ({ signal }) => api.get<Page<PeopleImport>>("/api/people-imports", { query, signal }),
  });
}

export function useRefusedRows(id: string, limit: number) {
  return useQuery({
    queryKey: keys.refusedRows(id),
    queryFn: async ({ signal }) => (await refusedPage(id, 1, limit, signal)).data,
  });
}

/** All refused rows of a list. */
export async function readRefusedRows(id: string): Promise<RefusedRow[]> {
  const rows: RefusedRow[] = [];
  for (let page = 1; ; page += 1) {
    const { data, meta } = await refusedPage(id, page, ROWS_A_PAGE);
    rows.push(...data);
    if (page >= meta.totalPages) return rows;
  }
}

const refusedPage = (id: string, page: number, limit: number, signal?: AbortSignal) =>
  api.get<Page<RefusedRow>>(`/api/people-imports/${id}/refused`, {
    query: { page, limit },
    ...(signal ? { signal } : {}),
  });
