import { getTableColumns, type InferSelectModel } from "drizzle-orm";
import type { EnrollmentEnd, EnrollmentStart } from "#engine";
import type { EachFieldOf } from "../sql/columns-of.ts";
import { enrollments } from "./table.ts";

const { shard, workspaceId, personId, ...own } = getTableColumns(enrollments);
const { status, exitReason, lastNodeId, endedAt, failedState, hiddenAt, ...entry } = own;

/** Written once, from the field of the same name, when an enrollment begins: every column that is not named above. */
export const atEntry = entry satisfies EachFieldOf<EnrollmentStart, typeof entry>;

const end = { status, exitReason, lastNodeId, endedAt, failedState };
/** Written from the fields of the same names when it ends (R6). */
export const atEnd = end satisfies EachFieldOf<Omit<EnrollmentEnd, "id">, typeof end>;

/** What a list may show as it is stored: not the outcome, which depends on the journey, nor what only a retry needs. */
export const asStored = { shard, personId, ...entry, hiddenAt };

type Stored = Pick<InferSelectModel<typeof enrollments>, keyof typeof asStored>;
/** Times are text in what raw SQL answers. */
export type AsStored = {
  readonly [Field in keyof Stored]: Stored[Field] extends Date
    ? string
    : Stored[Field] extends Date | null
      ? string | null
      : Stored[Field];
};
