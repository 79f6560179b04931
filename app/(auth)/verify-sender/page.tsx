import type { Metadata } from "next";
import { VerifySender } from "#shell";

export const metadata: Metadata = { title: "Confirm a sender" };

export default async function VerifySenderPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  return <VerifySender token={(await searchParams).token ?? null} />;
}
