import type { PersonPreferences } from "./states.ts";

export type Tracking = { readonly opens: boolean; readonly clicks: boolean };

/**
 * Whether a mail to a person may have a pixel and rewritten links: the person's own answer, else the workspace's
 * default (`settings.tracking`), which is off until somebody switches it on.
 */
export function trackingOf(
  settings: Readonly<Record<string, unknown>>,
  preferences: Pick<PersonPreferences, "trackOpens" | "trackClicks"> | null,
): Tracking {
  const { tracking } = settings;
  const standard = tracking !== null && typeof tracking === "object" ? tracking : {};
  return {
    opens: preferences?.trackOpens ?? ("opens" in standard && standard.opens === true),
    clicks: preferences?.trackClicks ?? ("clicks" in standard && standard.clicks === true),
  };
}
