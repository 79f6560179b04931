import type { Metadata } from "next";
import { JourneyEditor } from "#editor";

export const metadata: Metadata = { title: "Journey" };

export default async function JourneyRoute({ params }: { params: Promise<{ journeyId: string }> }) {
  const { journeyId } = await params;
  return <JourneyEditor key={journeyId} journeyId={journeyId} />;
}
