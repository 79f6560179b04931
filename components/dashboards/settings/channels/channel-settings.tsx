"use client";
import { useState } from "react";
import { type Me, type Provider, useProviders } from "#data";
import { PROVIDER_SERVICES as SERVICES } from "#providers";
import { PageError } from "#shell";
import { Skeleton } from "#ui/skeleton";
import { EndpointsDialog } from "./endpoints-dialog.tsx";
import { ProviderCard } from "./provider-card.tsx";
import { ProviderDialog } from "./provider-dialog.tsx";
import { ASKED, REPORTING, SENDING, type Service, type ServiceFacts } from "./services.ts";

/** The services that send messages of the workspace and report on them. */
export function ChannelSettings({ me }: { me: Me }) {
  if (me.role !== "owner")
    return <p className="text-muted-foreground text-ui">Owners set up how SMS and push messages are sent.</p>;
  return <Providers />;
}

function Providers() {
  const providers = useProviders();
  const [editing, setEditing] = useState<Service | null>(null);
  if (providers.error) return <PageError error={providers.error} onRetry={providers.refetch} />;
  if (!providers.data) return <Skeleton className="h-96" />;
  const of = (service: Service) => providers.data.find((one) => one.service === service);
  const facts = editing === null ? undefined : (SENDING[editing] ?? REPORTING[editing]);
  const edited = editing === null ? undefined : of(editing);
  return (
    <div className="grid max-w-3xl gap-8">
      <Group
        title="Sending"
        text="Until a service is set up, its messages are rendered and stored under Deliveries, and nobody gets them."
        services={SENDING}
        of={of}
        onEdit={setEditing}
      />
      <Group
        title="Reports on mail"
        text="Bounces and complaints end the use of an address; opens, clicks and deliveries are shown with each message."
        services={REPORTING}
        of={of}
        onEdit={setEditing}
      />
      <Group
        title="Live data"
        text="A live-data step asks any public address. One that needs a secret is set up here, and the step names it; the secret is sent to this address alone."
        services={ASKED}
        of={of}
        onEdit={setEditing}
      />
      {editing === "endpoints" && edited ? (
        <EndpointsDialog provider={edited} onClose={() => setEditing(null)} />
      ) : null}
      {facts && edited ? <ProviderDialog facts={facts} provider={edited} onClose={() => setEditing(null)} /> : null}
    </div>
  );
}

type GroupProps = {
  title: string;
  text: string;
  services: Partial<Readonly<Record<Service, ServiceFacts>>>;
  of: (service: Service) => Provider | undefined;
  onEdit: (service: Service) => void;
};

function Group({ title, text, services, of, onEdit }: GroupProps) {
  const shown = SERVICES.flatMap((name) => {
    const [facts, provider] = [services[name], of(name)];
    return facts && provider ? [{ provider, facts }] : [];
  });
  return (
    <section className="grid gap-4" aria-label={title}>
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="max-w-xl text-muted-foreground text-ui">{text}</p>
      </div>
      {shown.map(({ provider, facts }) => (
        <ProviderCard
          key={provider.service}
          provider={provider}
          facts={facts}
          onEdit={() => onEdit(provider.service)}
        />
      ))}
    </section>
  );
}
