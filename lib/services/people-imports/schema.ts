import * as z from "zod";

export const COLUMN_TARGETS = [
  "userId",
  "anonymousId",
  "trait",
  "tags",
  "stage",
  "subscribed",
  "unsubscribed",
  "skip",
] as const;
export const COLUMN_FORMS = ["text", "number", "boolean"] as const;

/** What becomes of a column; a trait may have another name than the column. */
export const ColumnTarget = z
  .strictObject({
    to: z.enum(COLUMN_TARGETS),
    trait: z.string().trim().min(1).max(255).optional(),
    form: z.enum(COLUMN_FORMS).optional().meta({ description: "How a trait is read; text unless given" }),
  })
  .meta({ id: "ColumnTarget" });
export type ColumnTarget = z.infer<typeof ColumnTarget>;

const MOST_CHARS = 32 * 1024 * 1024;

export const PeopleImportInput = z.strictObject({
  csv: z.string().min(1).max(MOST_CHARS),
  columns: z.record(z.string().max(255), ColumnTarget).optional().meta({
    description: "By the name in the first line; columns that are not named are recognized or become traits",
  }),
  dryRun: z.boolean().optional().meta({ description: "Answers what an import would do, with the first rows" }),
});
export type PeopleImportInput = z.infer<typeof PeopleImportInput>;

const RefusedRow = z.object({ line: z.int(), column: z.string().nullable(), message: z.string() });
export type RefusedRow = z.infer<typeof RefusedRow>;

export const PeopleImport = z
  .object({
    dryRun: z.boolean(),
    rows: z.int(),
    created: z.int(),
    updated: z.int(),
    refused: z.int(),
    refusedRows: z.array(RefusedRow).meta({ description: "The first 1,000" }),
    delimiter: z.string(),
    columns: z.array(z.object({ name: z.string(), ...ColumnTarget.shape, note: z.string().nullable() })),
    first: z.array(z.record(z.string(), z.unknown())).meta({ description: "The first rows as they would be stored" }),
    notes: z.array(z.string()),
  })
  .meta({ id: "PeopleImport" });
export type PeopleImport = z.infer<typeof PeopleImport>;
