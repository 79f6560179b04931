import type { Metadata } from "next";
import { ImportJourneysPage } from "#dashboards";

export const metadata: Metadata = { title: "Import journeys" };

export default function ImportJourneysRoute() {
  return <ImportJourneysPage />;
}
