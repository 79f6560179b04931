import type { Metadata } from "next";
import { SettingsPage } from "#dashboards";

export const metadata: Metadata = { title: "Settings" };

export default function SettingsPageRoute() {
  return <SettingsPage />;
}
