"use client";

import { Activity, Braces, type LucideIcon, Plus, UserRound, UsersRound } from "lucide-react";
import { Button } from "#ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import type { RuleKind } from "./rule-model.ts";

const KINDS: readonly { kind: RuleKind; label: string; icon: LucideIcon }[] = [
  { kind: "field", label: "Field of the person or event", icon: UserRound },
  { kind: "event", label: "How often something happened", icon: Activity },
  { kind: "segment", label: "Segment", icon: UsersRound },
  { kind: "group", label: "Group of rules", icon: Braces },
];

/** The button under a list of rules; groups in groups end at the third level. */
export function AddRule({ depth, onAdd }: { depth: number; onAdd: (kind: RuleKind) => void }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="sm" className="justify-self-start">
          <Plus /> Add a rule
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {KINDS.filter(({ kind }) => kind !== "group" || depth < 3).map(({ kind, label, icon: Icon }) => (
          <DropdownMenuItem key={kind} onSelect={() => onAdd(kind)}>
            <Icon aria-hidden /> {label}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
