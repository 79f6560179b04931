"use client";
import { useQuery } from "@tanstack/react-query";
import { isObject } from "#values";
import type { One } from "./answers.ts";
import { api } from "./client.ts";
import { keys } from "./keys.ts";
import type { Notice, Workspace } from "./types/index.ts";

/** Under `notifications` in the workspace's settings: who is told of alerts, and who gets the weekly report. */
export type NotificationSettings = {
  /** `muted` codes are set by the API; the form keeps them. */
  alerts: { emails: string[]; webhookUrl: string | null; muted?: string[] };
  report: { weekday: number; hour: number; emails: string[] } | null;
};

export function useNotificationSettings() {
  return useQuery({
    queryKey: [...keys.workspace, "notifications"],
    queryFn: async ({ signal }): Promise<NotificationSettings> => {
      const { settings } = (await api.get<One<Workspace>>("/api/workspace", { signal })).data;
      return readNotifications(settings.notifications);
    },
  });
}

function readNotifications(value: unknown): NotificationSettings {
  const { alerts, report } = isObject(value) ? value : {};
  const told = isObject(alerts) ? alerts : {};
  return {
    alerts: {
      emails: texts(told.emails),
      webhookUrl: typeof told.webhookUrl === "string" ? told.webhookUrl : null,
      ...(Array.isArray(told.muted) ? { muted: texts(told.muted) } : {}),
    },
    report: isObject(report)
      ? { weekday: Number(report.weekday), hour: Number(report.hour), emails: texts(report.emails) }
      : null,
  };
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Alerts and reports that were sent, or could not be. */
export function useNotices(enabled: boolean) {
  return useQuery({
    queryKey: keys.notices,
    queryFn: async ({ signal }) => (await api.get<One<Notice[]>>("/api/notices", { signal })).data,
    enabled,
    refetchInterval: 15_000,
  });
}
