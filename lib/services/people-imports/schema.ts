import * as z from "zod";
import { pageFields, Timestamp, wholeNumber } from "#services";
import { Operation } from "#services/operations";

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

/** What happens to a column; a trait may have another name than the column. */
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
  name: z.string().trim().min(1).max(255).optional().meta({ description: "Name of the file, to find it again" }),
  columns: z.record(z.string().max(255), ColumnTarget).optional().meta({
    description: "By the name in the first line; columns that are not named are recognized or become traits",
  }),
});
export type PeopleImportInput = z.infer<typeof PeopleImportInput>;

export const RefusedRow = z
  .object({ line: z.int(), column: z.string().nullable(), message: z.string() })
  .meta({ id: "RefusedRow" });
export type RefusedRow = z.infer<typeof RefusedRow>;

export const ImportColumn = z.object({ name: z.string(), ...ColumnTarget.shape, note: z.string().nullable() });

const counts = {
  rows: z.int().meta({ description: "Rows of the list" }),
  refused: z.int().meta({ description: "Rows that cannot be read; they are not stored" }),
};

/** What an import would do. */
export const PeopleImportPreview = z
  .object({
    ...counts,
    refusedRows: z.array(RefusedRow).meta({ description: "The first 1,000" }),
    delimiter: z.string(),
    columns: z.array(ImportColumn),
    first: z.array(z.record(z.string(), z.unknown())).meta({ description: "The first rows as they would be stored" }),
    notes: z.array(z.string()),
  })
  .meta({ id: "PeopleImportPreview" });
export type PeopleImportPreview = z.infer<typeof PeopleImportPreview>;

export const PeopleImport = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    ...counts,
    created: z.int().meta({ description: "People created so far" }),
    updated: z.int().meta({ description: "Rows so far that changed somebody who was there, be it by an earlier row" }),
    delimiter: z.string(),
    columns: z.array(ImportColumn),
    createdBy: z.string(),
    createdAt: Timestamp,
    operation: Operation,
  })
  .meta({ id: "PeopleImport" });
export type PeopleImport = z.infer<typeof PeopleImport>;

export const PeopleImportQuery = z.object(pageFields);
export type PeopleImportQuery = z.infer<typeof PeopleImportQuery>;

/** Larger pages than elsewhere, because the rows are small and are downloaded as a whole. */
export const RefusedRowsQuery = z.object({
  ...pageFields,
  limit: wholeNumber("limit", 10_000).default(1_000).meta({ description: "Rows per page, 1 to 10,000" }),
});
export type RefusedRowsQuery = z.infer<typeof RefusedRowsQuery>;
