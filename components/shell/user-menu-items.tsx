"use client";
import { LogOut, Monitor, Moon, Settings, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu";
import type { MenuState } from "./menu-on-use.tsx";
import { SignOutQuestion } from "./sign-out-question.tsx";
import { useSignOut } from "./use-sign-out.ts";
import { UserButton, type UserButtonProps } from "./user-button.tsx";

const themes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "System", icon: Monitor },
];

export function UserMenuItems({ name, email, ...state }: Pick<UserButtonProps, "name" | "email"> & MenuState) {
  const { theme, setTheme } = useTheme();
  const router = useRouter();
  const { unsaved, ask, leave, stay } = useSignOut();
  return (
    <>
      <DropdownMenu {...state}>
        <DropdownMenuTrigger asChild>
          <UserButton name={name} email={email} />
        </DropdownMenuTrigger>
        <DropdownMenuContent side="top" align="start" className="w-56">
          <DropdownMenuItem onSelect={() => router.push("/settings?tab=account")}>
            <Settings /> Account
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuLabel>Theme</DropdownMenuLabel>
          <DropdownMenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
            {themes.map(({ value, label, icon: Icon }) => (
              <DropdownMenuRadioItem key={value} value={value}>
                <Icon /> {label}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => void ask()}>
            <LogOut /> Sign out
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <SignOutQuestion unsaved={unsaved} onStay={stay} onLeave={(keeps) => void leave(keeps)} />
    </>
  );
}
