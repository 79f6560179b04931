import type { Metadata } from "next";
import { ContentEditorPage } from "#dashboards";

export const metadata: Metadata = { title: "Content" };

export default async function ContentEditorPageRoute({ params }: { params: Promise<{ contentId: string }> }) {
  return <ContentEditorPage contentId={(await params).contentId} />;
}
