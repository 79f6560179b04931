"use client";
import { MailPlus, Send } from "lucide-react";
import { useState } from "react";
import { type Me, type SenderIdentity, useSenders } from "#data";
import { EmptyState, PageError } from "#shell";
import { Button } from "#ui/button";
import { Skeleton } from "#ui/skeleton";
import { NewSenderDialog } from "./new-sender-dialog.tsx";
import { SenderCard } from "./sender-card.tsx";

export function SenderSettings({ me }: { me: Me }) {
  const senders = useSenders();
  const [adding, setAdding] = useState(false);
  const mayEdit = me.role !== "viewer";
  if (senders.error) return <PageError error={senders.error} onRetry={senders.refetch} />;
  return (
    <div className="grid max-w-3xl gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-xl text-muted-foreground text-ui">
          Addresses that email is sent from. A step may name its own; otherwise the default of the workspace is used,
          and without one the default of the installation. An address that is not verified is passed over.
        </p>
        {mayEdit ? (
          <Button variant="outline" onClick={() => setAdding(true)}>
            <MailPlus aria-hidden /> Add sender
          </Button>
        ) : null}
      </div>
      {senders.data ? <Senders senders={senders.data} me={me} /> : <Skeleton className="h-40" />}
      <NewSenderDialog open={adding} onClose={() => setAdding(false)} />
    </div>
  );
}

function Senders({ senders, me }: { senders: SenderIdentity[]; me: Me }) {
  if (senders.length === 0)
    return <EmptyState icon={Send} title="No senders" text="Add the address that your email comes from." />;
  return senders.map((sender) => <SenderCard key={sender.id} sender={sender} role={me.role} />);
}
