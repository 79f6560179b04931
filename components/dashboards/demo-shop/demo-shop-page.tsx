"use client";
import { Store } from "lucide-react";
import { useState } from "react";
import { type DemoShop, problemMessage, useDemoShop, useMe, useSetUpDemoShop } from "#data";
import { EmptyState, LoadingPage, Notice, Page, PageError } from "#shell";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { newShopper, shopperOfTab } from "./shopper.ts";
import { WalkPanel } from "./walk-panel.tsx";

/** A shop to click in, and beside it what the clicks do in a journey. */
export function DemoShopPage() {
  const shop = useDemoShop();
  const { data: me } = useMe();
  if (shop.error) return <PageError error={shop.error} onRetry={shop.refetch} />;
  if (!shop.data || !me) return <LoadingPage title="Demo shop" />;
  const { site, journey } = shop.data;
  return (
    <Page
      wide
      title="Demo shop"
      description="A page of Sojourn with the browser client in it. Be its visitor: ask for the tour, buy something, answer the survey, and follow yourself through the journey beside it. Nothing is sold, and what you do is recorded like that of any visitor."
    >
      {site?.publishableKey && journey ? (
        <OpenShop
          site={{ ...site, publishableKey: site.publishableKey }}
          journey={journey}
          mayEdit={me.role !== "viewer"}
        />
      ) : (
        <SetUp shop={shop.data} mayEdit={me.role !== "viewer"} />
      )}
    </Page>
  );
}

function SetUp({ shop, mayEdit }: { shop: DemoShop; mayEdit: boolean }) {
  const setUp = useSetUpDemoShop();
  if (!shop.site?.publishableKey)
    return (
      <EmptyState
        icon={Store}
        title="No site with a key"
        text="The shop needs the publishable key of a site, as every page does."
        action={
          <Button asChild>
            <Link href="/settings?tab=sites">Sites</Link>
          </Button>
        }
      />
    );
  return (
    <div className="grid gap-4">
      <EmptyState
        icon={Store}
        title="The shop is not set up"
        text={
          mayEdit
            ? `Setting it up makes a tour, a message, a survey, and a published journey “Demo shop” of the site ${shop.site.name}. You can change or archive them like your own.`
            : "An editor of the workspace can set it up here."
        }
        action={
          mayEdit ? (
            <Button busy={setUp.isPending} onClick={() => setUp.mutate()}>
              Set up the demo shop
            </Button>
          ) : null
        }
      />
      {setUp.error ? <Notice tone="destructive">{problemMessage(setUp.error)}</Notice> : null}
    </div>
  );
}

type OpenShopProps = {
  site: { publishableKey: string; name: string; asksForProof: boolean };
  journey: NonNullable<DemoShop["journey"]>;
  mayEdit: boolean;
};

function OpenShop({ site, journey, mayEdit }: OpenShopProps) {
  const [shopper, setShopper] = useState(shopperOfTab);
  const address = `/demo-shop-page?${new URLSearchParams({ key: site.publishableKey, shopper })}`;
  return (
    <div className="grid gap-4">
      {journey.status === "PUBLISHED" ? null : (
        <Notice tone="warning">
          The journey of the shop is not published, so nobody enters it.{" "}
          <Link href={`/journeys/${journey.id}`} className="underline underline-offset-4">
            Open it
          </Link>
        </Notice>
      )}
      {journey.asksSurvey || !mayEdit ? null : <AddSurvey />}
      {journey.hasChanges ? (
        <Notice tone="info">
          The journey of the shop has changes that are not published: the shop does not know them.{" "}
          <Link href={`/journeys/${journey.id}`} className="underline underline-offset-4">
            Open it
          </Link>
        </Notice>
      ) : null}
      {site.asksForProof ? (
        <Notice tone="warning">
          The site “{site.name}” requires a proof of each user id, and the shop has none: what it reports is refused.
        </Notice>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]">
        <iframe
          key={shopper}
          src={address}
          title="The demo shop"
          className="h-[38rem] w-full rounded-lg border bg-card shadow-raised"
        />
        <WalkPanel journeyId={journey.id} shopper={shopper} onNew={() => setShopper(newShopper())} />
      </div>
    </div>
  );
}

/** For shops that were set up before there was a survey. */
function AddSurvey() {
  const setUp = useSetUpDemoShop();
  return (
    <Notice tone={setUp.error ? "destructive" : "info"}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span>
          {setUp.error
            ? problemMessage(setUp.error)
            : "This shop was set up before it had a survey, so its button does nothing yet."}
        </span>
        <Button size="sm" variant="outline" busy={setUp.isPending} onClick={() => setUp.mutate()}>
          Add the survey
        </Button>
      </div>
    </Notice>
  );
}
