import type { Metadata } from "next";
import { Welcome } from "#shell";

export const metadata: Metadata = { title: "Welcome" };

export default async function WelcomePage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  return <Welcome token={(await searchParams).token ?? null} />;
}
