import { one, route } from "#http";
import { ImportInput, importJourneys, JourneyImport } from "#services/imports";

export const POST = route({
  method: "POST",
  path: "/api/imports",
  role: "editor",
  summary: "Import journeys from another product",
  description:
    "Mautic, Dittofeed, PostHog and Klaviyo. Each journey becomes a draft with a report: taken over, approximated, left out, with the reason. A second import of the same journey updates the draft where nobody changed it, and lists the rest.",
  tags: ["Journeys"],
  body: ImportInput,
  maxBytes: 20 * 1024 * 1024,
  response: one(JourneyImport),
  handler: async ({ ctx, body }) => ({ data: await importJourneys(ctx, body) }),
});
