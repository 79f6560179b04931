"use client";
import type { ComponentType } from "react";
import { type Content, useContent } from "#data";
import type { ContentType } from "#journey";
import { LoadingPage, PageError } from "#shell";
import { EmailEditor } from "./email-editor.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { PlainEditor } from "./plain-editor.tsx";
import { WebhookEditor } from "./webhook-editor.tsx";

export function ContentEditorPage({ contentId }: { contentId: string }) {
  const { data: item, error, refetch } = useContent(contentId);
  if (error && !item)
    return <PageError error={error} onRetry={refetch} back={{ href: "/content", label: "All content" }} />;
  if (!item) return <LoadingPage title="Content" />;
  const Editor = isContentType(item.type) ? EDITORS[item.type] : PlainEditor;
  return <Editor key={item.id} item={item} />;
}

/** What each type of content is edited with; the compiler names one that has no entry. */
const EDITORS: Readonly<Record<ContentType, ComponentType<{ item: Content }>>> = {
  email: EmailEditor,
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

const isContentType = (type: string): type is ContentType => Object.hasOwn(EDITORS, type);
