import {
  Activity,
  BrainCircuit,
  ClipboardCheck,
  FileText,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  Megaphone,
  RadioTower,
  Send,
  Settings,
  Users,
  Waypoints,
} from "lucide-react";

export type NavigationItem = { href: string; label: string; icon: LucideIcon };

export const STUDIO: NavigationItem[] = [
  { href: "/journeys", label: "Journeys", icon: Waypoints },
  { href: "/overview", label: "Overview", icon: LayoutDashboard },
  { href: "/plans", label: "Plans", icon: ClipboardCheck },
  { href: "/content", label: "Content", icon: FileText },
  { href: "/broadcasts", label: "Broadcasts", icon: RadioTower },
  { href: "/campaigns", label: "Campaigns", icon: Megaphone },
  { href: "/people", label: "People", icon: Users },
  { href: "/segments", label: "Segments", icon: Layers },
  { href: "/decisions", label: "Decisions", icon: BrainCircuit },
  { href: "/deliveries", label: "Deliveries", icon: Send },
  { href: "/events", label: "Events", icon: Activity },
  { href: "/settings", label: "Settings", icon: Settings },
];
