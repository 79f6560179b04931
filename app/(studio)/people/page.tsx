import type { Metadata } from "next";
import { PeoplePage } from "#dashboards";

export const metadata: Metadata = { title: "People" };

export default function PeoplePageRoute() {
  return <PeoplePage />;
}
