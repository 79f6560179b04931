import type { Metadata } from "next";
import { EventsPage } from "#dashboards";

export const metadata: Metadata = { title: "Events" };

export default function EventsPageRoute() {
  return <EventsPage />;
}
