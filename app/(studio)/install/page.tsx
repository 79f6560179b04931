import type { Metadata } from "next";
import { InstallPage } from "#dashboards";

export const metadata: Metadata = { title: "Install" };

export default function InstallPageRoute() {
  return <InstallPage />;
}
