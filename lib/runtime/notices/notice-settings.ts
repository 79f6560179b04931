import { isObject } from "#values";

/** Whom a workspace tells what: `notifications` of its settings, as far as it is readable. */
export type NoticeSettings = {
  readonly emails: readonly string[];
  readonly webhookUrl: string | null;
  /** Codes of alerts that are not told. */
  readonly muted: readonly string[];
  readonly report: { readonly weekday: number; readonly hour: number; readonly emails: readonly string[] } | null;
};

export function noticeSettings(value: unknown): NoticeSettings {
  const { alerts, report } = isObject(value) ? value : {};
  const told = isObject(alerts) ? alerts : {};
  const webhookUrl = typeof told.webhookUrl === "string" && told.webhookUrl !== "" ? told.webhookUrl : null;
  return {
    emails: texts(told.emails),
    webhookUrl,
    muted: texts(told.muted),
    report: isObject(report) ? reportOf(report) : null,
  };
}

function reportOf({ weekday, hour, emails }: Record<string, unknown>): NoticeSettings["report"] {
  if (typeof weekday !== "number" || typeof hour !== "number") return null;
  return { weekday, hour, emails: texts(emails) };
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];
