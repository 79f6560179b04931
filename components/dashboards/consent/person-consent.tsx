"use client";
import { ExternalLink } from "lucide-react";
import { type PersonConsent, problemMessage, useCanEdit, usePatchConsent, usePersonConsent } from "#data";
import { Moment, PageError } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Skeleton } from "#ui/skeleton";
import { Switch } from "#ui/switch";
import { toast } from "#ui/toaster";
import { channelLabel, FREQUENCY_WORDS, sentence } from "#words";
import { AddressCard } from "./address-card.tsx";
import { ConsentHistory } from "./consent-history.tsx";

/** The three states of a person's addresses: suppressed, unsubscribed, untracked; each with its history. */
export function PersonConsentSection({ personId }: { personId: string }) {
  const { data, error, refetch } = usePersonConsent(personId);
  if (error && !data) return <PageError error={error} onRetry={refetch} />;
  if (!data) return <Skeleton className="h-72" />;
  return (
    <div className="grid gap-4">
      <AddressCard addresses={data.addresses} />
      <Subscriptions personId={personId} consent={data} />
      <Tracking personId={personId} consent={data} />
      <ConsentHistory history={data.history} />
    </div>
  );
}

type PartProps = { personId: string; consent: PersonConsent };

function useAnswer(personId: string) {
  const patch = usePatchConsent(personId);
  return {
    busy: patch.isPending,
    answer: (change: Parameters<typeof patch.mutate>[0]) =>
      patch.mutate(change, { onError: (error) => toast.error(problemMessage(error)) }),
  };
}

function Subscriptions({ personId, consent }: PartProps) {
  const { topics, subscriptions, preferencesUrl, frequency, snoozedUntil } = consent;
  const canEdit = useCanEdit();
  const { busy, answer } = useAnswer(personId);
  const left = subscriptions.filter(({ topicId, state }) => topicId === null && state === "unsubscribed");
  const hasLeft = left.some(({ channel }) => channel === null);
  return (
    <Card aria-labelledby="subscriptions-title">
      <CardHeader>
        <CardTitle id="subscriptions-title">Subscriptions</CardTitle>
        <Button variant="ghost" size="sm" asChild>
          <a href={preferencesUrl} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden /> Preference page
          </a>
        </Button>
      </CardHeader>
      <CardContent className="grid gap-1 text-ui">
        <Row
          label="All marketing"
          hint={hasLeft ? "Unsubscribed from everything" : "Receives what the topics below say"}
          isOn={!hasLeft}
          disabled={!canEdit || busy}
          onChange={(isOn) =>
            answer({ subscriptions: [{ topic: null, channel: null, state: isOn ? null : "unsubscribed" }] })
          }
        />
        {left.flatMap(({ channel, at }) =>
          channel === null
            ? []
            : [
                <Row
                  key={channel}
                  label={channelLabel(channel)}
                  hint={
                    <>
                      Unsubscribed from all of it <Moment at={at} />
                    </>
                  }
                  isOn={false}
                  disabled={!canEdit || busy}
                  onChange={() => answer({ subscriptions: [{ topic: null, channel, state: null }] })}
                />,
              ],
        )}
        {topics.map(({ topicId, name, receives, answered }) => (
          <Row
            key={topicId}
            label={name}
            hint={topicHint(subscriptions, topicId, answered)}
            isOn={receives}
            disabled={!canEdit || busy}
            onChange={(isOn) =>
              answer({
                subscriptions: [{ topic: topicId, channel: null, state: isOn ? "subscribed" : "unsubscribed" }],
              })
            }
          />
        ))}
        {frequency ? (
          <p className="text-muted-foreground">{sentence(`wants messages ${FREQUENCY_WORDS[frequency]} at most`)}</p>
        ) : null}
        {snoozedUntil ? (
          <p className="text-muted-foreground">
            Wants nothing until <Moment at={snoozedUntil} />.
          </p>
        ) : null}
      </CardContent>
    </Card>
  );
}

function topicHint(rows: PersonConsent["subscriptions"], topicId: string, answered: boolean): React.ReactNode {
  const row = rows.find((one) => one.topicId === topicId);
  if (!row || !answered) return "Not answered: the topic’s default";
  const words = {
    subscribed: "Subscribed",
    unsubscribed: "Unsubscribed",
    pending: "Waits for the confirmation, since",
  };
  return (
    <>
      {words[row.state]} <Moment at={row.at} />
    </>
  );
}

function Tracking({ personId, consent: { tracking } }: PartProps) {
  const canEdit = useCanEdit();
  const { busy, answer } = useAnswer(personId);
  return (
    <Card aria-labelledby="tracking-title">
      <CardHeader>
        <CardTitle id="tracking-title">Tracking</CardTitle>
        {tracking.answered ? null : <Badge variant="outline">Default of the workspace</Badge>}
      </CardHeader>
      <CardContent className="grid gap-1 text-ui">
        <Row
          label="Opens"
          hint="A pixel in emails"
          isOn={tracking.opens}
          disabled={!canEdit || busy}
          onChange={(opens) => answer({ tracking: { opens } })}
        />
        <Row
          label="Clicks"
          hint="Links that lead over this installation"
          isOn={tracking.clicks}
          disabled={!canEdit || busy}
          onChange={(clicks) => answer({ tracking: { clicks } })}
        />
      </CardContent>
    </Card>
  );
}

type RowProps = {
  label: string;
  hint: React.ReactNode;
  isOn: boolean;
  disabled: boolean;
  onChange: (isOn: boolean) => void;
};

function Row({ label, hint, isOn, disabled, onChange }: RowProps) {
  return (
    <div className="flex items-center justify-between gap-4 py-1.5">
      <div className="min-w-0">
        <p className="truncate font-medium">{label}</p>
        <p className="text-muted-foreground text-xs">{hint}</p>
      </div>
      <Switch aria-label={label} checked={isOn} disabled={disabled} onCheckedChange={onChange} />
    </div>
  );
}
