"use client";
import { Globe, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { type Me, type Site, useSites } from "#data";
import { EmptyState, PageError } from "#shell";
import { Button } from "#ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { CodeBlock, CopyField } from "./copy-field.tsx";
import { SiteDialog } from "./site-dialog.tsx";
import { SiteProof } from "./site-proof.tsx";
import { browserSnippet, curlSnippet, nodeSnippet, sqlSnippet } from "./snippets.ts";

export function SiteSettings({ me }: { me: Me }) {
  const sites = useSites();
  const [editing, setEditing] = useState<Site | "new" | null>(null);
  const mayEdit = me.role === "owner";
  if (sites.error) return <PageError error={sites.error} onRetry={sites.refetch} />;
  if (!sites.data) return <Skeleton className="h-72" />;
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-xl text-muted-foreground text-ui">
          A site is a web property or an app that sends events. Its publishable key may be public: it can only send
          events.
        </p>
        {mayEdit ? (
          <Button variant="outline" onClick={() => setEditing("new")}>
            <Plus aria-hidden /> Add site
          </Button>
        ) : null}
      </div>
      {sites.data.length === 0 ? <EmptyState icon={Globe} title="No sites" text="Add one to get its key." /> : null}
      {sites.data.map((site) => (
        <SiteCard key={site.id} site={site} {...(mayEdit ? { onEdit: () => setEditing(site) } : {})} />
      ))}
      {sites.data[0] ? (
        <FirstEvent
          baseUrl={me.baseUrl}
          apiKey={sites.data[0].publishableKey ?? "pk_…"}
          workspace={me.workspace.slug}
        />
      ) : null}
      <SiteDialog site={editing === "new" ? null : editing} open={editing !== null} onClose={() => setEditing(null)} />
    </div>
  );
}

function SiteCard({ site, onEdit }: { site: Site; onEdit?: () => void }) {
  return (
    <Card aria-labelledby={`site-${site.id}`}>
      <CardHeader>
        <CardTitle id={`site-${site.id}`}>{site.name}</CardTitle>
        {onEdit ? (
          <Button variant="ghost" size="icon-sm" aria-label={`Edit ${site.name}`} onClick={onEdit}>
            <Pencil />
          </Button>
        ) : null}
        <CardDescription>
          {site.origins.length > 0
            ? `Accepts browsers at ${site.origins.join(", ")}`
            : "No origins yet: browsers on other sites are refused; calls without an origin work."}
        </CardDescription>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-3">
        <p className="font-medium text-ui">Publishable key</p>
        {site.publishableKey ? (
          <CopyField label="the publishable key" value={site.publishableKey} />
        ) : (
          <p className="text-muted-foreground text-ui">None.</p>
        )}
        <p className="mt-1">
          <Link href={`/install?site=${site.id}`} className="text-primary-ink text-ui underline underline-offset-4">
            Put it into your pages
          </Link>
        </p>
        <SiteProof site={site} mayEdit={onEdit !== undefined} />
      </CardContent>
    </Card>
  );
}

function FirstEvent({ baseUrl, apiKey, workspace }: { baseUrl: string; apiKey: string; workspace: string }) {
  return (
    <Card aria-labelledby="first-event">
      <CardHeader>
        <CardTitle id="first-event">Send the first event</CardTitle>
        <CardDescription>It appears under Events within a second, and the person under People.</CardDescription>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-4">
        <div className="grid grid-cols-1 gap-1.5">
          <h3 className="font-medium text-ui">From a terminal</h3>
          <CodeBlock label="the curl command" code={curlSnippet(baseUrl, apiKey)} />
        </div>
        <div className="grid grid-cols-1 gap-1.5">
          <h3 className="font-medium text-ui">From a page of one of the origins</h3>
          <CodeBlock label="the lines for a page" code={browserSnippet(baseUrl, apiKey)} />
        </div>
        <div className="grid grid-cols-1 gap-1.5">
          <h3 className="font-medium text-ui">From a backend, with Segment’s client</h3>
          <CodeBlock label="the Node code" code={nodeSnippet(baseUrl, apiKey)} />
        </div>
        <div className="grid grid-cols-1 gap-1.5">
          <h3 className="font-medium text-ui">From SQL, in your own transaction on the same database</h3>
          <CodeBlock label="the SQL statement" code={sqlSnippet(workspace)} />
        </div>
      </CardContent>
    </Card>
  );
}
