"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Page, PageQuery } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { AuditEntry } from "./types/index.ts";

export type AuditQuery = PageQuery & {
  actor?: string | null;
  action?: string | null;
  search?: string | null;
  from?: string | null;
  to?: string | null;
};

export function useAuditLog(query: AuditQuery) {
  return useQuery({
    queryKey: keys.auditLog(query),
    queryFn: ({ signal }) => api.get<Page<AuditEntry>>("/api/audit-log", { query, signal }),
    placeholderData: keepPreviousData,
  });
}
