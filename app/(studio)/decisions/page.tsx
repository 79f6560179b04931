import type { Metadata } from "next";
import { DecisionsPage } from "#dashboards";

export const metadata: Metadata = { title: "Decisions" };

export default function DecisionsPageRoute() {
  return <DecisionsPage />;
}
