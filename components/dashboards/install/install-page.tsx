"use client";
import { Globe } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { type Me, type Site, useMe, useSites } from "#data";
import { BackLink, EmptyState, LoadingPage, Notice, Page, PageError } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Link } from "#ui/link";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { FirstEvent } from "./first-event.tsx";
import { InstallLines } from "./install-lines.tsx";

/** How the client gets into the pages of a site, and whether something arrives from them. */
export function InstallPage() {
  const { data: me } = useMe();
  const sites = useSites();
  const [asked, setAsked] = useQueryState("site", parseAsString);
  if (sites.error) return <PageError error={sites.error} onRetry={sites.refetch} />;
  if (!sites.data || !me) return <LoadingPage title="Install" />;
  const site = sites.data.find(({ id }) => id === asked) ?? sites.data[0];
  return (
    <Page
      title="Put Sojourn into your pages"
      description="Copy the lines, open one of your pages, and see its first event arrive here."
      back={<BackLink href="/settings?tab=sites">Sites</BackLink>}
    >
      {site ? (
        <Steps key={site.id} me={me} site={site} sites={sites.data} onSite={setAsked} />
      ) : (
        <EmptyState
          icon={Globe}
          title="No site yet"
          text="A site has the key that your pages send their events with."
          action={
            <Button asChild>
              <Link href="/settings?tab=sites">Sites</Link>
            </Button>
          }
        />
      )}
    </Page>
  );
}

type StepsProps = { me: Me; site: Site; sites: readonly Site[]; onSite: (id: string) => unknown };

function Steps({ me, site, sites, onSite }: StepsProps) {
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-5">
      {sites.length > 1 ? (
        <Field label="Site" className="max-w-72">
          {(control) => (
            <Select value={site.id} onValueChange={onSite}>
              <SelectTrigger {...control}>
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                {sites.map(({ id, name }) => (
                  <SelectItem key={id} value={id}>
                    {name}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          )}
        </Field>
      ) : null}
      {site.origins.length === 0 ? (
        <Notice tone="warning">
          “{site.name}” has no origins, so browsers on your pages are refused. Add them under{" "}
          <Link href="/settings?tab=sites" className="underline underline-offset-4">
            Settings → Sites
          </Link>
          .
        </Notice>
      ) : (
        <p className="break-words text-muted-foreground text-ui">Accepts pages at {site.origins.join(", ")}.</p>
      )}
      {site.publishableKey ? (
        <InstallLines baseUrl={me.baseUrl} siteKey={site.publishableKey} />
      ) : (
        <Notice tone="destructive">This site has no publishable key that works. Make one over the API.</Notice>
      )}
      <FirstEvent site={site} />
      <p className="text-muted-foreground text-ui">
        No page at hand?{" "}
        <Link href={`/demo-shop?site=${site.id}`} className="text-primary-ink underline underline-offset-4">
          Open the demo shop
        </Link>
        : a page of Sojourn itself, with the client in it.
      </p>
    </div>
  );
}
