"use client";
import { ChevronRight, UsersRound } from "lucide-react";
import { useEffect, useState } from "react";
import {
  personHint,
  personLabel,
  problemMessage,
  type RulesPreview,
  type RulesQuestion,
  useCanEdit,
  useRulesPreview,
} from "#data";
import { countOf, formatNumber, peopleCount } from "#shell";
import { cn } from "#ui/cn";
import { Link } from "#ui/link";

/** While somebody types, nothing is asked. */
const PAUSE_MS = 500;

/** “About 212 people match now”, counted by the server as the engine evaluates, with ten people of each side; for who may change the rules. */
export function Matches({ question }: { question: RulesQuestion | null }) {
  const asked = useSettled(useCanEdit() ? question : null);
  const { data, error, isPlaceholderData } = useRulesPreview(asked);
  const [isOpen, setOpen] = useState(false);
  if (asked === null) return null;
  if (error) return <p className="text-muted-foreground text-xs">{problemMessage(error)}</p>;
  if (!data) return <p className="text-muted-foreground text-xs">Counting…</p>;
  return (
    <div className="grid gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={cn(
          "flex items-center gap-1.5 justify-self-start rounded-sm text-left font-medium text-ui",
          isPlaceholderData && "opacity-60",
        )}
      >
        <UsersRound className="size-4 text-muted-foreground" aria-hidden />
        <span aria-live="polite">{sayMatching(data)}</span>
        <ChevronRight className={cn("size-4 text-muted-foreground", isOpen && "rotate-90")} aria-hidden />
      </button>
      {data.error ? <p className="text-warning-ink text-xs">For some it cannot be computed: {data.error}</p> : null}
      {isOpen ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Side title="Match" people={data.inside} />
          <Side title="Do not match" people={data.outside} />
        </div>
      ) : null}
    </div>
  );
}

function Side({ title, people }: { title: string; people: RulesPreview["inside"] }) {
  return (
    <div className="min-w-0 rounded-lg border bg-card p-2">
      <p className="pb-1 font-medium text-muted-foreground text-xs">{title}</p>
      {people.length === 0 ? <p className="text-muted-foreground text-ui">Nobody</p> : null}
      <ul className="grid gap-1">
        {people.map((person) => (
          <li key={person.id} className="flex min-w-0 items-baseline gap-2 text-ui">
            <Link href={`/people/${person.id}`} className="min-w-0 truncate hover:underline">
              {personLabel(person)}
            </Link>
            <span className="min-w-0 truncate text-muted-foreground text-xs">{personHint(person)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sayMatching({ of, matching, total, looked, isExact }: RulesPreview): string {
  const about = isExact ? "" : "About ";
  if (of === "events")
    return `${about}${formatNumber(matching)} of the latest ${countOf(total, "such event")} ${matching === 1 ? "matches" : "match"}`;
  const sample = isExact ? "" : `, by a sample of ${formatNumber(looked)}`;
  return `${about}${peopleCount(matching)} of ${formatNumber(total)} ${matching === 1 ? "matches" : "match"} now${sample}`;
}

/** A value that has not changed for a while. */
function useSettled(question: RulesQuestion | null): RulesQuestion | null {
  const text = JSON.stringify(question);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as RulesQuestion | null;
}
