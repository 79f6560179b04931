"use client";
import type { ComponentType } from "react";
import { type Content, type ContentDraft, useContent, useContentDraftOf } from "#data";
import { LoadingPage, PageError } from "#shell";
import { EmailEditor } from "./email-editor.tsx";
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
  const Editor = isEditable(item.type) ? EDITORS[item.type] : PlainEditor;
  // A restored version is another draft, with which the editor begins again.
  return <Editor key={`${item.id} ${draft.dataUpdatedAt}`} item={item} stored={draft.data} />;
}

export type EditorProps = { item: Content; stored: ContentDraft | null };

/** What each type of content is edited with; the compiler names one that has no entry. */
const EDITORS: Readonly<Record<Content["type"], ComponentType<EditorProps>>> = {
  email: EmailEditor,
  snippet: EmailEditor,
  layout: EmailEditor,
  sms: NoteEditor,
  push: NoteEditor,
  webhook: WebhookEditor,
  flow: PlainEditor,
  tooltip: PlainEditor,
  modal: PlainEditor,
  banner: PlainEditor,
  checklist: PlainEditor,
  survey: PlainEditor,
};

const isEditable = (type: string): type is Content["type"] => Object.hasOwn(EDITORS, type);
