import type { Metadata } from "next";
import { JourneysPage } from "#dashboards";

export const metadata: Metadata = { title: "Journeys" };

export default function JourneysPageRoute() {
  return <JourneysPage />;
}
