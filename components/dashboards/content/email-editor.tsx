"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { type Content, type TemplateProblem, useCanEdit, useContentPreview } from "#data";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Skeleton } from "#ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { AudienceField } from "../consent/audience-field.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { OnEmptyField } from "./on-empty-field.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { type ContentDraft, useContentDraft } from "./use-content-draft.ts";
import { usePause } from "./use-pause.ts";
import { VariablesList } from "./variables-list.tsx";

/** Limits rendering on the server to a few requests a second instead of one per key press. */
const PAUSE_MS = 300;

const CodeEditor = dynamic(() => import("./code-editor.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

/** Source on the left, the preview for one person on the right, errors at their field. */
export function EmailEditor({ item }: { item: Content }) {
  const edited = useContentDraft(item);
  const { draft, change, refused } = edited;
  const [personId, setPersonId] = useState<string | null>(null);
  const canEdit = useCanEdit();
  const { subject, html, text } = usePause(draft, PAUSE_MS);
  const preview = useContentPreview({ subject, html, text, personId }, canEdit);
  const problems = preview.data?.errors ?? [];
  return (
    <EditorFrame item={item} edited={edited}>
      <div className="grid flex-1 items-start gap-6 px-4 py-5 sm:px-6 xl:grid-cols-2">
        <SourceForm draft={draft} problems={problems} refused={refused} onChange={change} />
        <PreviewPane
          preview={preview.data}
          error={preview.error}
          canPreview={canEdit}
          personId={personId}
          onPerson={setPersonId}
        />
      </div>
    </EditorFrame>
  );
}

type SourceProps = {
  draft: ContentDraft;
  problems: TemplateProblem[];
  refused: Record<string, string>;
  onChange: (part: Partial<ContentDraft>) => void;
};

function SourceForm({ draft, problems, refused, onChange }: SourceProps) {
  const canEdit = useCanEdit();
  const errorOf = (field: TemplateProblem["field"]) => {
    const problem = problems.find((entry) => entry.field === field);
    if (problem)
      return problem.line && field !== "subject" ? `Line ${problem.line}: ${problem.message}` : problem.message;
    return refused[field];
  };
  const mark = (field: TemplateProblem["field"]) =>
    errorOf(field) ? (
      <span role="img" aria-label="has an error" className="size-1.5 rounded-full bg-destructive" />
    ) : null;
  return (
    <div className="grid min-w-0 gap-4">
      <Field label="Subject" error={errorOf("subject")}>
        {(control) => (
          <Input
            {...control}
            value={draft.subject}
            readOnly={!canEdit}
            onChange={(event) => onChange({ subject: event.target.value })}
            className="h-9"
          />
        )}
      </Field>
      <Tabs defaultValue="html">
        <TabsList>
          <TabsTrigger value="html">HTML {mark("html")}</TabsTrigger>
          <TabsTrigger value="text">Text {mark("text")}</TabsTrigger>
        </TabsList>
        <TabsContent value="html">
          <CodeField
            label="HTML"
            language="html"
            value={draft.html}
            error={errorOf("html")}
            onChange={(html) => onChange({ html })}
          />
        </TabsContent>
        <TabsContent value="text">
          <CodeField
            label="Text"
            language="text"
            value={draft.text}
            error={errorOf("text")}
            onChange={(text) => onChange({ text })}
          />
        </TabsContent>
      </Tabs>
      <AudienceField draft={draft} error={refused.topicId} onChange={onChange} />
      <OnEmptyField value={draft.onEmpty} error={refused.onEmpty} onChange={(onEmpty) => onChange({ onEmpty })} />
      <VariablesList />
    </div>
  );
}

type CodeFieldProps = {
  label: string;
  language: "html" | "text";
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

function CodeField({ label, language, value, error, onChange }: CodeFieldProps) {
  const id = `source-${language}`;
  return (
    <div className="grid gap-1.5">
      <CodeEditor
        id={id}
        label={`${label} of the email`}
        language={language}
        value={value}
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
