import type { Metadata } from "next";
import { SegmentPage } from "#dashboards";

export const metadata: Metadata = { title: "Segment" };

export default async function SegmentPageRoute({ params }: { params: Promise<{ segmentId: string }> }) {
  return <SegmentPage segmentId={(await params).segmentId} />;
}
