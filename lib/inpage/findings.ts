import type * as z from "zod";
import { documentSchemas, type InPageDocument, type InPageType } from "./documents.ts";

/** One finding of a document. Errors keep it from being shown; warnings do not. */
export type DocumentFinding = {
  readonly level: "error" | "warning";
  readonly code:
    | "bad_document"
    | "unknown_field"
    | "unknown_step"
    | "empty_text"
    | "missing_language"
    | "contrast"
    | "no_way_out"
    | "keyboard"
    | "no_alternative"
    | "bad_template"
    | "unknown_question"
    | "unknown_option"
    | "leads_back"
    | "never_taken"
    | "unreachable_question";
  /** A JSON pointer into the document. */
  readonly pointer: string;
  readonly message: string;
};

export type ReadDocument =
  | { readonly document: InPageDocument; readonly findings: readonly [] }
  | { readonly document: null; readonly findings: readonly DocumentFinding[] };

/** The document in the `body` of content of this type, or everything that is wrong with its structure. */
export function readDocument(type: InPageType, body: unknown): ReadDocument {
  const parsed = documentSchemas[type].safeParse(body);
  if (parsed.success) return { document: parsed.data, findings: [] };
  return { document: null, findings: parsed.error.issues.flatMap((issue) => findingsOf(issue, [])) };
}

function findingsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): DocumentFinding[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      ...{ level: "error", code: "unknown_field", pointer: pointerOf([...path, key]) },
      message: `The field ${key} is not known here`,
    }));
  // Of the ways to write a value, the one that came closest is explained.
  const branches = issue.code === "invalid_union" ? issue.errors.filter((branch) => branch.length > 0) : [];
  const nearest = branches.find((branch) => branch.every(({ path: inner }) => inner.length > 0));
  if (nearest) return nearest.flatMap((inner) => findingsOf(inner, path));
  return [{ level: "error", code: "bad_document", pointer: pointerOf(path), message: issue.message }];
}

/** A JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
