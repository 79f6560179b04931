import type { Metadata } from "next";
import { PlansPage } from "#dashboards";

export const metadata: Metadata = { title: "Plans" };

export default function PlansPageRoute() {
  return <PlansPage />;
}
