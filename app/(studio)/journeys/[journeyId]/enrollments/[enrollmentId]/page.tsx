import type { Metadata } from "next";
import { EnrollmentPage } from "#dashboards";

export const metadata: Metadata = { title: "Enrollment" };

type Params = Promise<{ journeyId: string; enrollmentId: string }>;

export default async function EnrollmentRoute({ params }: { params: Params }) {
  return <EnrollmentPage {...(await params)} />;
}
