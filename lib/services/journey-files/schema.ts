import * as z from "zod";
import { DIALECT_KEYS } from "#dialects";
import { FromFile, JourneyDetail, LooseReference, NewJourney, Problem } from "#services/journeys";

export const FileFormat = z.enum(DIALECT_KEYS);
export type FileFormat = z.infer<typeof FileFormat>;

/** One thing wrong with a file. */
export const FileProblem = z
  .object({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    pointer: z.string().meta({ description: "JSON pointer into the file" }),
    message: z.string(),
  })
  .meta({ id: "FileProblem" });
export type FileProblem = z.infer<typeof FileProblem>;

export const FileLoss = z
  .object({ nodeId: z.string().nullable(), edgeId: z.string().nullable(), field: z.string(), message: z.string() })
  .meta({ id: "FileLoss" });

export const ExportQuery = z.object({ format: FileFormat.default("native") });
export type ExportQuery = z.infer<typeof ExportQuery>;

export const ExportedJourney = z
  .object({
    format: FileFormat,
    title: z.string(),
    journey: z.unknown(),
    losses: z.array(FileLoss).meta({ description: "What the format cannot say of the journey" }),
  })
  .meta({ id: "ExportedJourney" });
export type ExportedJourney = z.infer<typeof ExportedJourney>;

export const ImportInput = z.strictObject({
  format: FileFormat.optional().meta({ description: "Recognized unless it is given" }),
  journey: z.unknown().meta({ description: "The journey as JSON in that format" }),
  name: z.string().trim().min(1).max(255).optional().meta({ description: "In place of the file's name" }),
  into: LooseReference.optional().meta({ description: "Change the draft of this journey instead of creating one" }),
  siteId: z.uuid().optional().meta({ description: "The site of a new journey; the first one by default" }),
  key: NewJourney.shape.key.meta({ description: "The key of a new journey; made of its name by default" }),
  revision: z.int().min(0).optional().meta({
    description: "The expected revision of the draft of `into`: 412 if it has changed, also in a dry run",
  }),
  file: FromFile.optional().meta({
    description:
      "Says that this is the file in which the journey is kept. Only such a change, with a key, is allowed where the source of truth is `code`; it is refused where that is `console`, also in a dry run",
  }),
  dryRun: z.boolean().optional().meta({ description: "Read and check, and store nothing" }),
});
export type ImportInput = z.infer<typeof ImportInput>;

export const ImportedJourney = z
  .object({
    format: FileFormat.nullable().meta({ description: "The format that was found; null = none that is known" }),
    title: z.string().nullable(),
    name: z.string().nullable(),
    canImport: z.boolean(),
    steps: z.int().meta({ description: "Nodes of the journey" }),
    problems: z.array(FileProblem).meta({ description: "What is wrong with the file; errors prevent importing it" }),
    journey: JourneyDetail.nullable().meta({ description: "The draft; null in a dry run" }),
    warnings: z.array(Problem).meta({ description: "What the draft still needs before it can be published" }),
  })
  .meta({ id: "ImportedJourney" });
export type ImportedJourney = z.infer<typeof ImportedJourney>;
