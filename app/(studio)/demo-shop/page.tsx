import type { Metadata } from "next";
import { DemoShopPage } from "#dashboards";

export const metadata: Metadata = { title: "Demo shop" };

export default function DemoShopPageRoute() {
  return <DemoShopPage />;
}
