import type { Metadata } from "next";
import { BroadcastPage } from "#dashboards";

export const metadata: Metadata = { title: "Broadcast" };

export default async function BroadcastPageRoute({ params }: { params: Promise<{ broadcastId: string }> }) {
  return <BroadcastPage broadcastId={(await params).broadcastId} />;
}
