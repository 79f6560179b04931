"use client";
import { createContext, type ReactNode, type RefObject, useContext } from "react";
import type { DocumentFinding, InPageType, Path } from "#inpage";
import { pointerOf, valueAt } from "#inpage";
import type { JsonObject } from "#journey";
import type { InsertAtCursor } from "../code-field.tsx";

/** What every field of an editor of content in pages works with. */
export type Editing = {
  readonly type: InPageType;
  readonly body: JsonObject;
  readonly findings: readonly DocumentFinding[];
  /** The language that texts are written in now, and those of the document, the main one first. */
  readonly language: string;
  readonly languages: readonly string[];
  readonly canEdit: boolean;
  readonly insert: RefObject<InsertAtCursor | null>;
  /** Writes a place; `undefined` takes the field away. */
  readonly change: (path: Path, value: unknown) => void;
  /** The step that the preview shows. */
  readonly onStep: (id: string) => void;
  /** Asks for an element of the customer's page, for the target at a place; absent where nobody can be asked. */
  readonly onPick?: ((path: Path) => void) | undefined;
};

const EditingContext = createContext<Editing | null>(null);

export function EditingProvider({ value, children }: { value: Editing; children: ReactNode }) {
  return <EditingContext value={value}>{children}</EditingContext>;
}

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error("a field of content in pages stands outside of its editor");
  return editing;
}

/** One place of the document: its value, what is said about it, and writing it. */
export function useField(path: Path) {
  const { body, findings, change } = useEditing();
  const pointer = pointerOf(path);
  const own = findings.filter((finding) => finding.pointer === pointer);
  return {
    value: valueAt(body, path),
    error: own.find(({ level }) => level === "error")?.message,
    warning: own.find(({ level }) => level === "warning")?.message,
    set: (value: unknown) => change(path, value),
  };
}

/** Whether anything is said about a place or what stands in it. */
export function useHasFindings(path: Path): boolean {
  const pointer = pointerOf(path);
  return useEditing().findings.some(
    (finding) => finding.pointer === pointer || finding.pointer.startsWith(`${pointer}/`),
  );
}
