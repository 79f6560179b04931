import { one, Reply, route } from "#http";
import { ImportedJourney, ImportInput, importJourney } from "#services/journey-files";

export const POST = route({
  method: "POST",
  path: "/api/journeys/import",
  role: "editor",
  summary: "Read a journey from a file",
  description:
    "Into a new draft (201), or into the draft of the journey `into` (200). With `dryRun` nothing is stored, and a file that cannot be read is answered with its problems instead of refused.",
  tags: ["Journeys"],
  body: ImportInput,
  maxBytes: 8 * 1024 * 1024,
  response: one(ImportedJourney),
  handler: async ({ ctx, body }) => {
    const data = await importJourney(ctx, body);
    const isNew = data.journey !== null && body.into === undefined;
    return new Reply({ data }, { status: isNew ? 201 : 200 });
  },
});
