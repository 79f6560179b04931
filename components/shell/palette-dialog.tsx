"use client";
import { Code, FileText, type LucideIcon, Plus, SquareTerminal, Store, UserRound, Waypoints } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { personLabel, useContents, useJourneys, usePeople } from "#data";
import {
  CommandDialog,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
  CommandShortcut,
} from "#ui/command";
import { STUDIO } from "./navigation.ts";
import { offeredEntries } from "./palette-entries.ts";
import { ranked, rankOf, type Searched } from "./rank.ts";

/** More of one kind would hide the others; typing on finds the rest. */
const MOST = 12;

type PaletteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Finds pages, journeys, content and people by what is typed, and what the page offers. */
export function PaletteDialog({ open, onOpenChange }: PaletteDialogProps) {
  return (
    <CommandDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Go to"
      description="Find a page, a journey, content, a person, or on the canvas a step or a command"
    >
      {open ? <PaletteBody close={() => onOpenChange(false)} /> : null}
    </CommandDialog>
  );
}

type Entry = Searched & { key: string; icon?: LucideIcon; hint?: string } & ({ href: string } | { onPick: () => void });
type Group = { heading: string; entries: readonly Entry[] };

const PAGES: readonly Entry[] = [
  ...STUDIO.map(({ href, label, icon }) => ({ key: href, title: label, words: "page", icon, href })),
  {
    key: "/install",
    title: "Put Sojourn into your pages",
    words: "page install snippet script",
    icon: Code,
    href: "/install",
  },
  { key: "/demo-shop", title: "Demo shop", words: "page demo shop try", icon: Store, href: "/demo-shop" },
  { key: "new", title: "New journey", words: "create", icon: Plus, href: "/journeys?new=true" },
];

/** Keeps all results of the server, even if they match by a hidden field; the best group comes first. */
function arrange(groups: readonly Group[], search: string): Group[] {
  const best = ({ entries }: Group) => Math.min(...entries.map((entry) => rankOf(entry, search) ?? 9));
  return groups.filter(({ entries }) => entries.length > 0).sort((a, b) => best(a) - best(b));
}

function useGroups(search: string): Group[] {
  const journeys = useJourneys({ limit: 6, ...(search ? { search } : {}) }).data?.data ?? [];
  const people = usePeople({ limit: 5, search }, search.length > 1).data?.data ?? [];
  const content = useContents({ search, limit: 6 }).data?.data ?? [];
  const [offered] = useState(offeredEntries);
  const found: Group[] = [
    { heading: "Studio", entries: ranked(PAGES, search, (entry) => entry) },
    {
      heading: "Journeys",
      entries: journeys.map(({ id, name }) => ({ key: id, title: name, icon: Waypoints, href: `/journeys/${id}` })),
    },
    {
      heading: "Content",
      entries: content.map(({ id, name }) => ({
        key: `content ${id}`,
        title: name,
        icon: FileText,
        href: `/content/${id}`,
      })),
    },
    {
      heading: "People",
      entries: people.map((person) => ({
        key: person.id,
        title: personLabel(person),
        icon: UserRound,
        href: `/people/${person.id}`,
      })),
    },
  ];
  if (search === "") return [...found.slice(0, 2), ...offered.filter(({ heading }) => heading === "Commands")];
  const here = offered.map(({ heading, entries }) => ({ heading, entries: ranked(entries, search, (entry) => entry) }));
  return arrange([...here, ...found], search);
}

function PaletteBody({ close }: { close: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const groups = useGroups(useDeferredValue(text.trim()));
  const pick = (entry: Entry) => () => {
    close();
    if ("href" in entry) router.push(entry.href);
    // After the dialog has given the focus back.
    else requestAnimationFrame(() => requestAnimationFrame(entry.onPick));
  };
  return (
    <>
      <CommandInput
        placeholder="Find a page, a journey, a person, a step, a command…"
        value={text}
        onValueChange={setText}
      />
      <CommandList>
        <CommandEmpty>Nothing found.</CommandEmpty>
        {groups
          .filter(({ entries }) => entries.length > 0)
          .map(({ heading, entries }) => (
            <CommandGroup key={heading} heading={heading}>
              {entries.slice(0, MOST).map((entry) => (
                <CommandItem key={entry.key} value={entry.key} onSelect={pick(entry)}>
                  {entry.icon ? <entry.icon /> : <SquareTerminal />} <span className="truncate">{entry.title}</span>
                  {entry.hint ? <CommandShortcut>{entry.hint}</CommandShortcut> : null}
                </CommandItem>
              ))}
            </CommandGroup>
          ))}
      </CommandList>
    </>
  );
}
