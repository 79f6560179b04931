"use client";

import { useMessageFigures } from "#data";
import { count, share } from "./numbers.ts";

/** The results of the messages of a step; nothing where it sent none. */
export function StepMessages({
  journeyId,
  nodeId,
  version,
}: {
  journeyId: string;
  nodeId: string;
  version: number | null;
}) {
  const figures = useMessageFigures(journeyId, version).data?.find((row) => row.nodeId === nodeId);
  if (!figures || (figures.sent === 0 && figures.captured === 0)) return null;
  const { sent, captured, delivered, opened, openTracked, clicked, clickTracked, bounced, complained, unsubscribed } =
    figures;
  const rows: [label: string, value: number, of: number][] = [
    ["Delivered", delivered, sent],
    ["Opened", opened, openTracked],
    ["Clicked", clicked, clickTracked],
    ["Bounced", bounced, sent],
    ["Marked as spam", complained, sent],
    ["Unsubscribed", unsubscribed, sent],
  ];
  return (
    <dl aria-label="Messages" className="grid gap-1.5 border-t pt-3 text-ui">
      {sent > 0 || captured === 0 ? <Total label="Messages sent" name="sent" value={sent} /> : null}
      {captured > 0 ? <Total label="Captured, not sent" name="captured" value={captured} /> : null}
      {(sent > 0 ? rows : []).map(([label, value, of]) => (
        <div key={label} className="flex items-baseline justify-between gap-3">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="tabular whitespace-nowrap font-medium" data-message={label.toLowerCase()}>
            {count(value)}
            <span className="ml-2 inline-block w-9 text-right font-normal text-muted-foreground text-xs">
              {share(value, of)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Total({ label, name, value }: { label: string; name: string; value: number }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="font-medium">{label}</dt>
      <dd className="tabular pr-11 font-medium" data-message={name}>
        {count(value)}
      </dd>
    </div>
  );
}
