"use client";
import { useContent } from "#data";
import { LoadingPage, PageError } from "#shell";
import { EmailEditor } from "./email-editor.tsx";
import { PlainEditor } from "./plain-editor.tsx";

export function ContentEditorPage({ contentId }: { contentId: string }) {
  const { data: item, error, refetch } = useContent(contentId);
  if (error && !item) return <PageError error={error} onRetry={refetch} />;
  if (!item) return <LoadingPage title="Content" />;
  return item.type === "email" ? <EmailEditor key={item.id} item={item} /> : <PlainEditor key={item.id} item={item} />;
}
