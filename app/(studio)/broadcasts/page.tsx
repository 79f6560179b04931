import type { Metadata } from "next";
import { BroadcastsPage } from "#dashboards";

export const metadata: Metadata = { title: "Broadcasts" };

export default function BroadcastsPageRoute() {
  return <BroadcastsPage />;
}
