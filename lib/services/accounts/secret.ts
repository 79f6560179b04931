import { createHmac } from "node:crypto";
import { config } from "#config";
import { getDatabase } from "#db";
import { schema } from "#store";

let known: Promise<string> | undefined;

/** The installation's secret for one purpose: `SOJOURN_SECRET`, else the one in the database, which all processes share. */
export async function secretFor(purpose: "sessions" | "tokens"): Promise<string> {
  known ??= read();
  known.catch(() => {
    known = undefined;
  });
  return createHmac("sha256", await known)
    .update(purpose)
    .digest("base64url");
}

async function read(): Promise<string> {
  const given = config().secret;
  if (given) return given;
  const [row] = await getDatabase().orm.select({ secret: schema.installation.secret }).from(schema.installation);
  if (!row) throw new Error("The database has no installation secret: it was not migrated.");
  return row.secret;
}
