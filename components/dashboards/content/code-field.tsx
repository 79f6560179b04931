"use client";
import dynamic from "next/dynamic";
import type { RefObject } from "react";
import { type TemplateWords, useCanEdit } from "#data";
import { Skeleton } from "#ui/skeleton";

const CodeEditor = dynamic(() => import("./code-editor.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

/** Puts text where the cursor is; false: there is no cursor. */
export type InsertAtCursor = (text: string) => boolean;

export type CodeFieldProps = {
  label: string;
  language: "html" | "text";
  value: string;
  error: string | undefined;
  /** What completion offers. */
  words: TemplateWords | undefined;
  /** Variables to mark as unknown. */
  unknown: readonly string[];
  insert: RefObject<InsertAtCursor | null>;
  onChange: (value: string) => void;
};

export function CodeField({ label, language, value, error, words, unknown, insert, onChange }: CodeFieldProps) {
  const canEdit = useCanEdit();
  const id = `source-${language}`;
  return (
    <div className="grid gap-1.5">
      <CodeEditor
        id={id}
        label={`${label} of the email`}
        language={language}
        value={value}
        readOnly={!canEdit}
        words={words}
        unknown={unknown}
        insert={insert}
        onChange={onChange}
        invalid={Boolean(error)}
        describedBy={error ? `${id}-error` : undefined}
        className="h-[26rem]"
      />
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : null}
    </div>
  );
}
