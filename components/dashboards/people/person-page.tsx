"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { type Person, personHint, personLabel, usePerson } from "#data";
import { Ago, BackLink, LoadingPage, Page, PageError } from "#shell";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { PersonConsentSection } from "../consent/person-consent.tsx";
import { WhyNot } from "../explain/why-not.tsx";
import { ErasePerson } from "./erase-person.tsx";
import { ExportPerson } from "./export-person.tsx";
import { PersonDeliveries, PersonEnrollments, PersonEvents } from "./person-activity.tsx";
import { PersonTags } from "./person-tags.tsx";
import { PersonTraits } from "./person-traits.tsx";

const TABS = ["events", "enrollments", "deliveries", "consent", "why"] as const;

export function PersonPage({ personId }: { personId: string }) {
  const { data: person, error, refetch } = usePerson(personId);
  if (error && !person)
    return <PageError error={error} onRetry={refetch} back={{ href: "/people", label: "All people" }} />;
  if (!person) return <LoadingPage title="Person" />;
  return (
    <Page
      title={personLabel(person)}
      description={personHint(person) ?? undefined}
      back={<BackLink href="/people">All people</BackLink>}
      actions={
        <>
          <ExportPerson person={person} />
          <ErasePerson person={person} />
        </>
      }
    >
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Activity person={person} />
        <div className="grid gap-4 max-lg:order-first">
          <Identity person={person} />
          <PersonTags person={person} />
          <PersonTraits person={person} />
        </div>
      </div>
    </Page>
  );
}

function Activity({ person }: { person: Person }) {
  const personId = person.id;
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("events"));
  return (
    <Tabs
      value={tab}
      onValueChange={(next) => setTab(TABS.find((entry) => entry === next) ?? "events")}
      className="min-w-0"
    >
      <TabsList className="overflow-x-auto overflow-y-hidden">
        <TabsTrigger value="events">Events</TabsTrigger>
        <TabsTrigger value="enrollments">Enrollments</TabsTrigger>
        <TabsTrigger value="deliveries">Deliveries</TabsTrigger>
        <TabsTrigger value="consent">Consent</TabsTrigger>
        <TabsTrigger value="why">Why not in…?</TabsTrigger>
      </TabsList>
      <TabsContent value="events">
        <PersonEvents personId={personId} />
      </TabsContent>
      <TabsContent value="enrollments">
        <PersonEnrollments personId={personId} />
      </TabsContent>
      <TabsContent value="deliveries">
        <PersonDeliveries personId={personId} />
      </TabsContent>
      <TabsContent value="consent">
        <PersonConsentSection personId={personId} />
      </TabsContent>
      <TabsContent value="why">
        <WhyNot person={person} />
      </TabsContent>
    </Tabs>
  );
}

function Identity({ person }: { person: Person }) {
  const rows: [string, React.ReactNode][] = [
    ["Id", person.externalId ?? "–"],
    ["Anonymous id", person.anonymousId ?? "–"],
    ["First seen", <Ago key="created" at={person.createdAt} />],
    ["Last seen", <Ago key="seen" at={person.lastSeenAt} />],
  ];
  return (
    <section aria-label="Identity" className="rounded-lg border bg-card px-4 py-3 shadow-raised">
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5 text-ui">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className="min-w-0 break-all text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
