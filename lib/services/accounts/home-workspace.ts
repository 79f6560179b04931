import { getDatabase } from "#db";
import { readHomeWorkspace } from "#store/members";

/** The default workspace of a program: the user's first one that is not the demo. */
export async function homeWorkspace(userId: string): Promise<string | null> {
  return readHomeWorkspace(getDatabase().orm, userId);
}
