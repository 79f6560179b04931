import type { PersonConsent } from "#data";
import { Moment } from "#shell";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { channelLabel, FREQUENCY_WORDS, sourceWords } from "#words";

type Entry = PersonConsent["history"][number];

/** Every answer of the person, the latest first, with who gave it. */
export function ConsentHistory({ history }: { history: readonly Entry[] }) {
  return (
    <Card aria-labelledby="consent-history-title">
      <CardHeader>
        <CardTitle id="consent-history-title">History</CardTitle>
      </CardHeader>
      <CardContent>
        {history.length === 0 ? (
          <p className="text-muted-foreground text-ui">Nothing was answered yet.</p>
        ) : (
          <ol className="grid gap-2 text-ui">
            {history.map((entry) => (
              <li key={entry.id} className="grid gap-0.5 sm:grid-cols-[10rem_1fr]">
                <span className="text-muted-foreground text-xs">
                  <Moment at={entry.at} />
                </span>
                <span>
                  {sayChange(entry)} {sourceWords(entry.source)}
                  {entry.reason ? `: ${entry.reason}` : ""}
                </span>
              </li>
            ))}
          </ol>
        )}
      </CardContent>
    </Card>
  );
}

function sayChange({ what, topic, channel, to }: Entry): string {
  if (what === "subscription") {
    const of = topic === null ? "all marketing" : `“${topic}”`;
    const on = channel === null ? "" : ` on ${channelLabel(channel)}`;
    if (to === null) return `Answer about ${of}${on} taken back`;
    if (to === "pending") return `Subscription to ${of}${on} requested`;
    return to === "subscribed" ? `Subscribed to ${of}${on}` : `Unsubscribed from ${of}${on}`;
  }
  if (what === "snooze") return to === null ? "Wants messages again" : `Wants nothing until ${to.slice(0, 10)}`;
  if (what === "frequency") {
    const words = Object.entries(FREQUENCY_WORDS).find(([name]) => name === to)?.[1];
    return words ? `Wants messages ${words} at most` : "Wants messages as often as there are any";
  }
  const thing = what === "track_opens" ? "Opens" : "Clicks";
  return to === null ? `${thing}: answer taken back` : `${thing} ${to === "true" ? "may" : "may not"} be tracked`;
}
