"use client";
import { useCanEdit } from "#data";
import { Button } from "#ui/button";
import { CodeField, type CodeFieldProps } from "./code-field.tsx";

type TextPartProps = Omit<CodeFieldProps, "label" | "language"> & {
  /** The text part as it is made of the HTML for the person of the preview. */
  made: string;
};

/** The text part: made of the HTML unless somebody writes it. */
export function TextPart({ made, value, onChange, ...rest }: TextPartProps) {
  const canEdit = useCanEdit();
  if (value.trim() === "")
    return (
      <div className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-muted-foreground text-xs">Made of the HTML for each person.</p>
          {canEdit ? (
            <Button variant="outline" size="sm" onClick={() => onChange(made.trim() === "" ? "Hello," : made)}>
              Write it yourself
            </Button>
          ) : null}
        </div>
        <pre className="min-h-40 overflow-x-auto whitespace-pre-wrap break-words rounded-lg border bg-card p-4 font-mono text-xs leading-5">
          {made || "There is no text yet."}
        </pre>
      </div>
    );
  return (
    <div className="grid gap-2">
      {canEdit ? (
        <Button variant="outline" size="sm" className="justify-self-end" onClick={() => onChange("")}>
          Make it of the HTML
        </Button>
      ) : null}
      <CodeField label="Text" language="text" value={value} onChange={onChange} {...rest} />
    </div>
  );
}
