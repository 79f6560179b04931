import type { Metadata } from "next";
import { VersionsPage } from "#dashboards";

export const metadata: Metadata = { title: "Versions" };

export default async function VersionsPageRoute({ params }: { params: Promise<{ journeyId: string }> }) {
  return <VersionsPage journeyId={(await params).journeyId} />;
}
