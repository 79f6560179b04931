import type { ReactNode } from "react";
import { JourneyFrame } from "#dashboards";

type LayoutProps = { children: ReactNode; params: Promise<{ journeyId: string }> };

export default async function JourneyLayout({ children, params }: LayoutProps) {
  return <JourneyFrame journeyId={(await params).journeyId}>{children}</JourneyFrame>;
}
