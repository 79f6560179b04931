import type { Metadata } from "next";
import { ContentPage } from "#dashboards";

export const metadata: Metadata = { title: "Content" };

export default function ContentPageRoute() {
  return <ContentPage />;
}
