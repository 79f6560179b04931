import type { Metadata } from "next";
import { EnrollmentsPage } from "#dashboards";

export const metadata: Metadata = { title: "Enrollments" };

export default async function EnrollmentsPageRoute({ params }: { params: Promise<{ journeyId: string }> }) {
  return <EnrollmentsPage journeyId={(await params).journeyId} />;
}
