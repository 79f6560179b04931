import type { Metadata } from "next";
import { PersonPage } from "#dashboards";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPageRoute({ params }: { params: Promise<{ personId: string }> }) {
  return <PersonPage personId={(await params).personId} />;
}
