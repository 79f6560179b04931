"use client";
import { useContent } from "#data";
import { LoadingPage, PageError } from "#shell";
import { EmailEditor } from "./email-editor.tsx";
import { PlainEditor } from "./plain-editor.tsx";
import { WebhookEditor } from "./webhook-editor.tsx";

export function ContentEditorPage({ contentId }: { contentId: string }) {
  const { data: item, error, refetch } = useContent(contentId);
  if (error && !item)
    return <PageError error={error} onRetry={refetch} back={{ href: "/content", label: "All content" }} />;
  if (!item) return <LoadingPage title="Content" />;
  if (item.type === "email") return <EmailEditor key={item.id} item={item} />;
  if (item.type === "webhook") return <WebhookEditor key={item.id} item={item} />;
  return <PlainEditor key={item.id} item={item} />;
}
