import * as z from "zod";
import { LEVELS, MOST_FILE_CHARS, PRODUCTS, REPORT_SUBJECTS } from "#importers";
import { JsonObject } from "#journey";

export const Product = z.enum(PRODUCTS);

const Name = z.string().trim().min(1).max(255);

/** A file of another product: as text, or as the JSON that it holds. */
export const ImportInput = z.strictObject({
  file: z.union([z.string().min(1).max(MOST_FILE_CHARS), JsonObject, z.array(z.unknown()).max(1_000)]).meta({
    description: "The file as text (JSON or YAML), or its JSON itself",
  }),
  product: Product.optional().meta({
    description: "Told by the file unless given; a file of another product is refused",
  }),
  dryRun: z.boolean().optional().meta({ description: "Answers what an import would do, and stores nothing" }),
  siteId: z.uuid().optional().meta({ description: "The site of new journeys; the workspace's first unless given" }),
  names: z.record(z.string().max(255), Name).optional().meta({
    description: "Names for ids that the file does not explain, as `unnamed` lists them",
  }),
});
export type ImportInput = z.infer<typeof ImportInput>;

export const ImportReportEntry = z
  .object({
    pointer: z.string().meta({ description: "JSON pointer into the file" }),
    subject: z.enum(REPORT_SUBJECTS),
    foreignId: z.string().nullable(),
    name: z.string(),
    type: z.string().meta({ description: "The product's own word" }),
    level: z.enum(LEVELS),
    reason: z.string().nullable(),
    nodes: z.array(z.string()).meta({ description: "Names of the nodes that it became" }),
    unfinished: z.boolean().meta({ description: "To be filled in before the journey can be published" }),
  })
  .meta({ id: "ImportReportEntry" });

const Kept = z.object({
  kind: z.enum(["node", "edge", "setting", "content"]),
  id: z.string().nullable(),
  name: z.string(),
  field: z.string().nullable(),
});

export const JourneyImportEntry = z
  .object({
    foreignId: z.string(),
    name: z.string(),
    status: z.enum(["created", "updated", "unchanged", "skipped"]),
    journeyId: z.string().nullable().meta({ description: "Null in a dry run of a new journey" }),
    message: z.string().nullable(),
    counts: z.object({ takenOver: z.int(), approximated: z.int(), leftOut: z.int(), unfinished: z.int() }),
    report: z.array(ImportReportEntry),
    kept: z.array(Kept).meta({ description: "What was changed here since the last import, and so stays" }),
    segments: z.array(z.object({ key: z.string(), name: z.string(), isNew: z.boolean() })),
    contents: z.array(z.object({ id: z.string().nullable(), name: z.string(), type: z.string(), status: z.string() })),
    unnamed: z.array(z.object({ kind: z.string(), id: z.string() })),
  })
  .meta({ id: "JourneyImportEntry" });
export type JourneyImportEntry = z.infer<typeof JourneyImportEntry>;

export const JourneyImport = z
  .object({
    product: Product,
    dryRun: z.boolean(),
    journeys: z.array(JourneyImportEntry),
    skipped: z.array(z.object({ pointer: z.string(), message: z.string() })),
    people: z.string().meta({ description: "What happens to people who are in the journeys there" }),
  })
  .meta({ id: "JourneyImport" });
export type JourneyImport = z.infer<typeof JourneyImport>;
