import type { Metadata } from "next";
import { DecisionFlowPage } from "#dashboards";

export const metadata: Metadata = { title: "Decision flow" };

export default async function DecisionFlowPageRoute({ params }: { params: Promise<{ flowId: string }> }) {
  return <DecisionFlowPage flowId={(await params).flowId} />;
}
