import type { Metadata } from "next";
import { CampaignsPage } from "#dashboards";

export const metadata: Metadata = { title: "Campaigns" };

export default function CampaignsPageRoute() {
  return <CampaignsPage />;
}
