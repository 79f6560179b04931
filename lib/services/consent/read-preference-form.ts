import { FREQUENCIES } from "#consent";
import type { PreferenceForm } from "./preference-page.ts";

/** What the form of the preference page says; an unknown value counts as no choice. */
export function readPreferenceForm(form: FormData): PreferenceForm {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const has = (name: string) => form.has(name);
  const snooze = texts("snooze")[0] ?? "";
  const until = /^\d{4}-\d{2}-\d{2}$/.test(snooze) ? Date.parse(`${snooze}T00:00:00Z`) : Number.NaN;
  return {
    receives: has("receives") && form.get("action") !== "leave",
    topics: texts("topic"),
    channels: texts("channel"),
    frequency: FREQUENCIES.find((one) => one === form.get("frequency")) ?? null,
    snoozedUntil: Number.isFinite(until) ? until : null,
    language: texts("language")[0] || null,
    tracking: { opens: has("opens"), clicks: has("clicks") },
  };
}
