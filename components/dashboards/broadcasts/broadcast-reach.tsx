"use client";
import type { BroadcastDetail, DeliveryStatus } from "#data";
import { formatNumber, peopleCount } from "#shell";
import { Card } from "#ui/card";
import { ReachNotice, Reasons } from "../consent/reach-line.tsx";
import { DELIVERY_WORDS } from "../deliveries/words.ts";

const isKnown = (status: string): status is DeliveryStatus => Object.hasOwn(DELIVERY_WORDS, status);

/** Who could be reached when it was made, and what happened to the messages. */
export function BroadcastReach({ broadcast: { reach, result } }: { broadcast: BroadcastDetail }) {
  const messages = Object.entries(result.messages).filter(([, count]) => count > 0);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <section aria-labelledby="before" className="grid gap-2">
        <h2 id="before" className="font-medium text-ui">
          Before
        </h2>
        <ReachNotice reach={reach} error={null} audience={reach.total === 1 ? "person matched" : "people matched"} />
      </section>
      <section aria-labelledby="after" className="grid gap-2">
        <h2 id="after" className="font-medium text-ui">
          {result.final ? "After" : "Until now"}
        </h2>
        <Card className="grid gap-3 p-4 text-ui">
          <p className="tabular">{peopleCount(result.entered)} entered.</p>
          {messages.length > 0 ? (
            <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
              {messages.map(([status, count]) => (
                <div key={status} className="contents">
                  <dt>{isKnown(status) ? DELIVERY_WORDS[status].label : status}</dt>
                  <dd className="tabular text-right">{formatNumber(count)}</dd>
                </div>
              ))}
            </dl>
          ) : null}
          {result.reasons.length > 0 ? (
            <div className="border-t pt-2 text-muted-foreground">
              <p>Not sent, because:</p>
              <Reasons reasons={result.reasons} />
            </div>
          ) : null}
        </Card>
      </section>
    </div>
  );
}
