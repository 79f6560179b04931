import { audienceSegments, type Program, segmentId, type WorkspaceSnapshot } from "#engine";

/** The segments that start a program: those whose members it enrolls, and those that people enter or leave. */
export function startingSegments(program: Program, segments: WorkspaceSnapshot["segments"]): string[] {
  const idOf = (name: string) => segmentId(name, segments, program.pins?.segments) ?? [];
  const triggers = program.entries.flatMap((entry) =>
    entry.kind === "SEGMENT_ENTERED" || entry.kind === "SEGMENT_LEFT" ? idOf(String(entry.config.segment)) : [],
  );
  return [...new Set([...audienceSegments(program), ...triggers])];
}
