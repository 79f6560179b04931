import {
  BrainCircuit,
  CircleCheck,
  CircleStop,
  Clock,
  CloudDownload,
  GitBranch,
  Hourglass,
  type LucideIcon,
  Pencil,
  Send,
  Shuffle,
  Target,
  TimerReset,
  Zap,
} from "lucide-react";
import type { NodeType } from "#journey";

const icons: Record<NodeType, LucideIcon> = {
  TRIGGER: Zap,
  CONTENT: Send,
  ACTION: Pencil,
  DECIDE: BrainCircuit,
  LIVE_DATA: CloudDownload,
  WAIT: Clock,
  WAIT_FOR_EVENT: Hourglass,
  WAIT_FOR_CONDITION: TimerReset,
  CONDITION: GitBranch,
  SPLIT: Shuffle,
  GOAL_CHECK: Target,
  EXIT: CircleCheck,
};

export function NodeIcon({ type, className }: { type: NodeType | null; className?: string }) {
  const Icon = type ? icons[type] : CircleStop;
  return <Icon aria-hidden className={className} />;
}
