import type { Metadata } from "next";
import { SegmentsPage } from "#dashboards";

export const metadata: Metadata = { title: "Segments" };

export default function SegmentsPageRoute() {
  return <SegmentsPage />;
}
