import type { Metadata } from "next";
import { SurveyResultsPage } from "#dashboards";

export const metadata: Metadata = { title: "Survey results" };

export default async function SurveyResultsPageRoute({ params }: { params: Promise<{ contentId: string }> }) {
  return <SurveyResultsPage contentId={(await params).contentId} />;
}
