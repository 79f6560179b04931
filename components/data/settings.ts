"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JsonObject } from "#journey";
import { isObject } from "#values";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type {
  ApiKey,
  Archive,
  InvitedMember,
  KeyScope,
  Member,
  NewProofSecret,
  PlanPolicy,
  Retention,
  Role,
  Site,
  Workspace,
} from "./types/index.ts";

export function useSites() {
  return useQuery({
    queryKey: keys.sites,
    queryFn: async ({ signal }) => (await api.get<One<Site[]>>("/api/sites", { query: { limit: 100 }, signal })).data,
    staleTime: 30_000,
  });
}

/** The browser client as it is served: the file whose name changes with its content, and its hash. */
export function useClientFile() {
  return useQuery({
    queryKey: keys.clientFile,
    queryFn: ({ signal }) => api.get<{ file: string; integrity: string }>("/sdk/sojourn.json", { signal }),
    staleTime: 60_000,
  });
}

export function useApiKeys() {
  return useQuery({
    queryKey: keys.apiKeys,
    queryFn: async ({ signal }) => (await api.get<One<ApiKey[]>>("/api/keys", { signal })).data,
  });
}

export function useMembers() {
  return useQuery({
    queryKey: keys.workspaceMembers,
    queryFn: async ({ signal }) => (await api.get<One<Member[]>>("/api/members", { signal })).data,
  });
}

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>, ...touched: (readonly unknown[])[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      for (const queryKey of touched) await client.invalidateQueries({ queryKey });
    },
  });
}

export const usePatchWorkspace = () =>
  useChange(
    (patch: { name?: string; timezone?: string; settings?: JsonObject }) => api.patch<unknown>("/api/workspace", patch),
    keys.me,
    keys.planPolicy,
    keys.publicLook,
    keys.templateSettings,
    keys.archive,
    keys.retention,
    keys.masking,
    keys.workspace,
  );

/** How long the text of sent messages is kept, and the receipts of what was taken out. */
export function useArchive(enabled: boolean) {
  return useQuery({
    queryKey: keys.archive,
    queryFn: async ({ signal }) => (await api.get<One<Archive>>("/api/archive", { signal })).data,
    enabled,
  });
}

/** For how many days what is kept, and the receipts of what was deleted for it. */
export function useRetention(enabled: boolean) {
  return useQuery({
    queryKey: keys.retention,
    queryFn: async ({ signal }) => (await api.get<One<Retention>>("/api/retention", { signal })).data,
    enabled,
  });
}

/** Traits whose values members up to a role do not see. */
export type Masking = { traits: string[]; upTo: "viewer" | "editor" };

export function useMasking() {
  return useQuery({
    queryKey: keys.masking,
    queryFn: async ({ signal }): Promise<Masking> => {
      const { settings } = (await api.get<One<Workspace>>("/api/workspace", { signal })).data;
      const { traits, upTo } = isObject(settings.masking) ? settings.masking : {};
      return {
        traits: Array.isArray(traits) ? traits.filter((name) => typeof name === "string") : [],
        upTo: upTo === "editor" ? "editor" : "viewer",
      };
    },
  });
}

/** A workspace's own template variables, and the name of the product. */
export type TemplateSettings = { appName: string; variables: Record<string, string | number | boolean> };

export function useTemplateSettings() {
  return useQuery({
    queryKey: keys.templateSettings,
    queryFn: async ({ signal }): Promise<TemplateSettings> => {
      const { settings } = (await api.get<One<Workspace>>("/api/workspace", { signal })).data;
      const { appName, variables } = settings;
      const own = Object.entries(isObject(variables) ? variables : {}).flatMap(([name, value]) =>
        typeof value === "string" || typeof value === "number" || typeof value === "boolean"
          ? [[name, value] as const]
          : [],
      );
      return { appName: typeof appName === "string" ? appName : "", variables: Object.fromEntries(own) };
    },
  });
}

const USUAL_POLICY: PlanPolicy = { fourEyes: true, approver: "editor", tolerancePercent: 10, tolerancePeople: 10 };

/** Who may approve plans, with what the workspace left as it was. */
/** The workspace with its settings. */
export function useWorkspace() {
  return useQuery({
    queryKey: keys.workspace,
    queryFn: async ({ signal }) => (await api.get<One<Workspace>>("/api/workspace", { signal })).data,
    staleTime: 60_000,
  });
}

export function usePlanPolicy() {
  return useQuery({
    queryKey: keys.planPolicy,
    queryFn: async ({ signal }) => {
      const { data } = await api.get<One<Workspace>>("/api/workspace", { signal });
      return { ...USUAL_POLICY, ...(data.settings.plans as Partial<PlanPolicy> | null | undefined) };
    },
  });
}

/** What people outside see, and how they are measured unless they answer. */
export type PublicLook = {
  logoUrl: string;
  color: string;
  languages: string[];
  tracking: { opens: boolean; clicks: boolean };
  /** What is added to the links of emails; empty: nothing. */
  utm: { source: string; medium: string; campaign: string };
};

export function usePublicLook() {
  return useQuery({
    queryKey: keys.publicLook,
    queryFn: async ({ signal }) => {
      const { settings } = (await api.get<One<Workspace>>("/api/workspace", { signal })).data;
      return publicLook(settings);
    },
  });
}

const memberOf = (value: unknown, name: string): unknown =>
  Object.entries(value ?? {}).find(([key]) => key === name)?.[1];

function textOf(value: unknown, name: string): string {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : "";
}

function publicLook({ brand, languages, tracking, utm }: Workspace["settings"]): PublicLook {
  const logoUrl = memberOf(brand, "logoUrl");
  const color = memberOf(brand, "color");
  return {
    logoUrl: typeof logoUrl === "string" ? logoUrl : "",
    color: typeof color === "string" ? color : "",
    languages: Array.isArray(languages) ? languages.filter((one) => typeof one === "string") : [],
    tracking: { opens: memberOf(tracking, "opens") === true, clicks: memberOf(tracking, "clicks") === true },
    utm: { source: textOf(utm, "source"), medium: textOf(utm, "medium"), campaign: textOf(utm, "campaign") },
  };
}

export const useCreateSite = () =>
  useChange(
    async (input: { name: string; origins: string[] }) => (await api.post<One<Site>>("/api/sites", input)).data,
    keys.sites,
  );

export const usePatchSite = () =>
  useChange(
    ({ id, ...patch }: { id: string; name?: string; origins?: string[] }) =>
      api.patch<unknown>(`/api/sites/${id}`, patch),
    keys.sites,
  );

export type UserProofMode = Site["userProof"]["mode"];

export const useSetUserProof = () =>
  useChange(
    ({ id, mode }: { id: string; mode: UserProofMode }) => api.put<unknown>(`/api/sites/${id}/user-proof`, { mode }),
    keys.sites,
  );

/** The answer is the only one that has the secret. */
export const useRotateProofSecret = () =>
  useChange(
    async (id: string) => (await api.post<One<NewProofSecret>>(`/api/sites/${id}/proof-secret`)).data,
    keys.sites,
  );

export const useEndProofSecret = () =>
  useChange((id: string) => api.delete<unknown>(`/api/sites/${id}/proof-secret`), keys.sites);

export type NewKey = {
  name: string;
  scopes: readonly KeyScope[] | null;
  isPersonal: boolean;
  /** ISO; null: it has no end. */
  expiresAt: string | null;
};

export const useCreateApiKey = () =>
  useChange(
    async (input: NewKey) => (await api.post<One<ApiKey>>("/api/keys", { kind: "secret", ...input })).data,
    keys.apiKeys,
  );

export const useRevokeApiKey = () => useChange((id: string) => api.delete<unknown>(`/api/keys/${id}`), keys.apiKeys);

export type NewMember = { email: string; role: Role };

/** The answer contains a one-time link for the new member. */
export const useAddMember = () =>
  useChange(
    async (input: NewMember) => (await api.post<One<InvitedMember>>("/api/members", input)).data,
    keys.workspaceMembers,
  );

export const useChangeMember = () =>
  useChange(
    ({ id, role }: { id: string; role: Role }) => api.patch<unknown>(`/api/members/${id}`, { role }),
    keys.workspaceMembers,
  );

export const useRemoveMember = () =>
  useChange((id: string) => api.delete<unknown>(`/api/members/${id}`), keys.workspaceMembers);
