"use client";
import { type NewJourney, useCreateContent, useCreateJourney, useSites } from "#data";
import { type JourneyTemplate, templateInput } from "#journey/templates";

export type JourneyStart = {
  name: string;
  description: string;
  maxDuration: number | null;
  template: JourneyTemplate | null;
};

/** Creates the template's emails, then the journey that refers to them; returns the journey's id. */
export function useStartJourney() {
  const sites = useSites();
  const createContent = useCreateContent();
  const createJourney = useCreateJourney();
  return async ({ name, description, maxDuration, template }: JourneyStart): Promise<string> => {
    const site = sites.data?.[0] ?? (await sites.refetch()).data?.[0];
    if (!site) throw new Error("This workspace has no site yet. Add one in Settings.");
    const contentIds = new Map<string, string>();
    for (const item of template?.content ?? []) {
      const slug = `${item.key}-${Date.now().toString(36)}`;
      const { key, ...parts } = item;
      const made = await createContent.mutateAsync({ type: "email", slug, ...parts });
      contentIds.set(key, made.id);
    }
    const start = template ? templateInput(template, contentIds) : {};
    const settings = { ...template?.settings, ...(maxDuration ? { maxDuration } : {}) };
    const input: NewJourney = { ...start, name, siteId: site.id, description: description || null, settings };
    return (await createJourney.mutateAsync(input)).data.id;
  };
}
