import type { Metadata } from "next";
import { OverviewPage } from "#dashboards";

export const metadata: Metadata = { title: "Overview" };

export default function OverviewPageRoute() {
  return <OverviewPage />;
}
