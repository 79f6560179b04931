import type { Metadata } from "next";
import { DeliveriesPage } from "#dashboards";

export const metadata: Metadata = { title: "Deliveries" };

export default function DeliveriesPageRoute() {
  return <DeliveriesPage />;
}
