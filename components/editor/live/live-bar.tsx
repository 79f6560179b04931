"use client";

import type { JourneyVersion } from "#data";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { useLiveNumbers } from "./live-context.tsx";
import { count } from "./numbers.ts";

const ALL = "all";

type LiveBarProps = {
  versions: readonly JourneyVersion[];
  /** The number of the shown version; null for all versions. */
  version: number | null;
  onVersion: (version: number | null) => void;
};

/** Which version the canvas shows and counts; the choice is in the address. */
export function LiveBar({ versions, version, onVersion }: LiveBarProps) {
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-background px-2 py-1.5 sm:px-3">
      <Select
        value={version === null ? ALL : String(version)}
        onValueChange={(next) => onVersion(next === ALL ? null : Number(next))}
      >
        <SelectTrigger aria-label="Version" className="w-44 max-sm:w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ALL}>All versions</SelectItem>
          {versions.map((one) => (
            <SelectItem key={one.id} value={String(one.number)}>
              Version {one.number}
              <span className="text-muted-foreground">{wordsOf(one)}</span>
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <Explanation version={version} current={versions.find(({ isCurrent }) => isCurrent)?.number ?? null} />
    </div>
  );
}

function wordsOf({ isCurrent, people = 0 }: JourneyVersion): string {
  const inside = people === 1 ? "1 person" : `${count(people)} people`;
  return isCurrent ? ` · current · ${inside}` : ` · ${inside}`;
}

function Explanation({ version, current }: { version: number | null; current: number | null }) {
  const totals = useLiveNumbers().totals;
  const moved = [
    totals && totals.movedIn > 0 ? `${count(totals.movedIn)} moved in by publishing` : null,
    totals && totals.movedOut > 0 ? `${count(totals.movedOut)} moved out to other versions` : null,
  ].filter((part) => part !== null);
  const text =
    version === null
      ? `The steps of version ${current}, with the numbers of all versions together.`
      : ["Only this version’s steps and people.", ...(moved.length > 0 ? [`${moved.join(", ")}.`] : [])].join(" ");
  return <p className="min-w-0 text-muted-foreground text-xs">{current === null ? "Not published yet." : text}</p>;
}
