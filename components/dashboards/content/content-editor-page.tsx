"use client";
import type { ComponentType } from "react";
import { type Content, type ContentDraft, useContent, useContentDraftOf } from "#data";
import { LoadingPage, PageError } from "#shell";
import { SurveyEditor } from "../surveys/survey-editor.tsx";
import { EmailEditor } from "./email-editor.tsx";
import { InPageEditor } from "./inpage/in-page-editor.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { PlainEditor } from "./plain-editor.tsx";
import { WebhookEditor } from "./webhook-editor.tsx";

export function ContentEditorPage({ contentId }: { contentId: string }) {
  const { data: item, error, refetch } = useContent(contentId);
  const draft = useContentDraftOf(contentId);
  const failure = error ?? draft.error;
  if (failure && !item)
    return <PageError error={failure} onRetry={refetch} back={{ href: "/content", label: "All content" }} />;
  if (!item || draft.data === undefined) return <LoadingPage title="Content" />;
  const Editor = editorFor(item.type);
  // A restored version is another draft, with which the editor begins again.
  return <Editor key={`${item.id} ${draft.dataUpdatedAt}`} item={item} stored={draft.data} />;
}

export type EditorProps = {
  item: Content;
  stored: ContentDraft | null;
  /** Inside of a drawer over another page. */
  isDrawer?: boolean;
};

/** What each type of content is edited with; the compiler names one that has no entry. */
const EDITORS: Readonly<Record<Content["type"], ComponentType<EditorProps>>> = {
  email: EmailEditor,
  snippet: EmailEditor,
  layout: EmailEditor,
  sms: NoteEditor,
  push: NoteEditor,
  webhook: WebhookEditor,
  flow: InPageEditor,
  tooltip: InPageEditor,
  modal: InPageEditor,
  banner: InPageEditor,
  checklist: InPageEditor,
  survey: SurveyEditor,
};

/** A type of another release has its name and its text. */
export const editorFor = (type: string): ComponentType<EditorProps> => (isEditable(type) ? EDITORS[type] : PlainEditor);

const isEditable = (type: string): type is Content["type"] => Object.hasOwn(EDITORS, type);
