import type { Metadata } from "next";
import { ImportPeoplePage } from "#dashboards";

export const metadata: Metadata = { title: "Import people" };

export default function ImportPeopleRoute() {
  return <ImportPeoplePage />;
}
