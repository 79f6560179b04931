"use client";
import { useRef, useState } from "react";
import { type Content, type ContentPreview, useCanEdit, useTemplateWords } from "#data";
import { type Editor, editorOf } from "#mails";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { BlockEditor } from "./blocks/block-editor.tsx";
import { CodeField, type InsertAtCursor } from "./code-field.tsx";
import { EditorSwitch } from "./editor-switch.tsx";
import { readLetter, switchEditor, writeLetter } from "./letter.ts";
import { TextPart } from "./text-part.tsx";
import type { EditedContent } from "./use-content-draft.ts";
import { VariablesList } from "./variables-list.tsx";

type LetterFormProps = {
  item: Content;
  edited: EditedContent;
  language: string | null;
  preview: ContentPreview | undefined;
  /** The body that blocks or MJML make, for the change to HTML. */
  rendered: string;
};

/** Subject, preheader, body and text part in one language. */
export function LetterForm({ item, edited, language, preview, rendered }: LetterFormProps) {
  const { draft, change } = edited;
  const canEdit = useCanEdit();
  const words = useTemplateWords(item.id).data;
  const insert = useRef<InsertAtCursor | null>(null);
  const [part, setPart] = useState("body");
  const letter = readLetter(draft, language);
  const set = (changed: Parameters<typeof writeLetter>[2]) => change(writeLetter(draft, language, changed));
  const editor = editorOf(draft.mail);
  const errors = errorsOf(preview, edited.refused, language);
  const isEmail = item.type === "email";
  const swap = (to: Editor) => change(switchEditor(draft, to, rendered));
  return (
    <>
      {isEmail ? <SubjectFields letter={letter} set={set} errors={errors} isTranslation={language !== null} /> : null}
      <Tabs value={part} onValueChange={setPart}>
        <div className="flex flex-wrap items-end justify-between gap-2">
          <TabsList>
            <TabsTrigger value="body">
              {NAMES[editor]} <ErrorMark error={errors[editor]} />
            </TabsTrigger>
            {item.type === "layout" ? null : (
              <TabsTrigger value="text">
                Text <ErrorMark error={errors.text} />
              </TabsTrigger>
            )}
          </TabsList>
          {canEdit && language === null && item.type !== "snippet" ? (
            <EditorSwitch editor={editor} withBlocks={isEmail} onSwitch={swap} />
          ) : null}
        </div>
        <TabsContent value="body">
          {editor === "blocks" ? (
            <BlockEditor
              blocks={letter.blocks}
              style={draft.mail?.style ?? {}}
              findings={preview?.findings ?? []}
              base={`${language === null ? "/mail" : `/mail/languages/${language}`}/blocks`}
              insert={insert}
              onBlocks={(blocks) => set({ blocks })}
              onStyle={(style) => change({ mail: { ...draft.mail, style } })}
            />
          ) : (
            <CodeField
              label={editor === "mjml" ? "MJML" : "HTML"}
              language="html"
              value={editor === "mjml" ? letter.mjml : letter.html}
              error={errors[editor]}
              words={words}
              unknown={preview?.unknown ?? []}
              insert={insert}
              onChange={(source) => set(editor === "mjml" ? { mjml: source } : { html: source })}
            />
          )}
        </TabsContent>
        <TabsContent value="text">
          <TextPart
            value={letter.text}
            made={preview?.text ?? ""}
            error={errors.text}
            words={words}
            unknown={preview?.unknown ?? []}
            insert={insert}
            onChange={(text) => set({ text })}
          />
        </TabsContent>
      </Tabs>
      <VariablesList words={words} onInsert={(code) => insert.current?.(code) ?? false} />
    </>
  );
}

const NAMES: Readonly<Record<Editor, string>> = { html: "HTML", mjml: "MJML", blocks: "Blocks" };

const ErrorMark = ({ error }: { error: string | undefined }) =>
  error ? <span role="img" aria-label="has an error" className="size-1.5 rounded-full bg-destructive" /> : null;

type Errors = Partial<Record<"subject" | "preheader" | "text" | Editor, string>>;

/** The first error of each field, from rendering, from what publishing would refuse, and from the last save. */
function errorsOf(
  preview: ContentPreview | undefined,
  refused: Readonly<Record<string, string>>,
  language: string | null,
): Errors {
  const errors: Errors = {};
  const base = language === null ? "" : `/mail/languages/${language}`;
  const places: readonly (readonly [keyof Errors, string])[] = [
    ["subject", `${base}/subject`],
    ["preheader", language === null ? "/mail/preheader" : `${base}/preheader`],
    ["html", `${base}/html`],
    ["text", `${base}/text`],
    ["mjml", language === null ? "/mail/mjml" : `${base}/mjml`],
  ];
  for (const [field, place] of places) {
    const found = preview?.findings.find(({ pointer, severity }) => severity === "error" && pointer === place);
    const rendering = preview?.errors.find((entry) => entry.field === field);
    const said = found ?? rendering;
    const message = said ? lined(said.message, field === "subject" ? null : (said.line ?? null)) : refused[field];
    if (message) errors[field] = message;
  }
  return errors;
}

const lined = (message: string, line: number | null): string => (line === null ? message : `Line ${line}: ${message}`);

type SubjectFieldsProps = {
  letter: ReturnType<typeof readLetter>;
  set: (part: { subject?: string; preheader?: string }) => void;
  errors: Errors;
  isTranslation: boolean;
};

function SubjectFields({ letter, set, errors, isTranslation }: SubjectFieldsProps) {
  const canEdit = useCanEdit();
  const hint = isTranslation ? "Empty: the subject of the main language." : undefined;
  return (
    <>
      <Field label="Subject" error={errors.subject} hint={hint}>
        {(control) => (
          <Input
            {...control}
            value={letter.subject}
            readOnly={!canEdit}
            onChange={(event) => set({ subject: event.target.value })}
            className="h-9"
          />
        )}
      </Field>
      <Field label="Preheader" error={errors.preheader} hint="The line that inboxes show behind the subject.">
        {(control) => (
          <Input
            {...control}
            value={letter.preheader}
            readOnly={!canEdit}
            onChange={(event) => set({ preheader: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
