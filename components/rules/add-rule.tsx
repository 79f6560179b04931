"use client";
import { Activity, Braces, Flag, type LucideIcon, Plus, Tag, UserRound, UsersRound } from "lucide-react";
import { useContext } from "react";
import { Button } from "#ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import type { RuleKind } from "./model.ts";
import { EventScope } from "./scope.tsx";

const KINDS: readonly { kind: RuleKind; label: string; icon: LucideIcon }[] = [
  { kind: "field", label: "Trait", icon: UserRound },
  { kind: "tag", label: "Tag", icon: Tag },
  { kind: "stage", label: "Stage", icon: Flag },
  { kind: "event", label: "How often an event happened", icon: Activity },
  { kind: "segment", label: "Segment", icon: UsersRound },
  { kind: "group", label: "Group of rules", icon: Braces },
];
const DEEPEST = 3;

/** The button under a list of rules; groups in groups end at the third level. */
export function AddRule({ depth, onAdd }: { depth: number; onAdd: (kind: RuleKind) => void }) {
  const hasEvent = useContext(EventScope) !== undefined;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button type="button" variant="outline" size="sm" className="justify-self-start">
          <Plus aria-hidden /> Add a rule
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        {KINDS.filter(({ kind }) => kind !== "group" || depth < DEEPEST).map(({ kind, label, icon: Icon }) => (
          <DropdownMenuItem key={kind} onSelect={() => onAdd(kind)}>
            <Icon aria-hidden /> {kind === "field" && hasEvent ? "Property or trait" : label}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
