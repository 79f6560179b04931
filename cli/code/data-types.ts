import { answerOf, type DataTypes } from "#sdk/node";
import type { Cli } from "../cli.ts";

/** What the workspace has seen and made. */
export async function readDataTypes({ server }: Cli): Promise<DataTypes> {
  return answerOf(await server.api.GET("/api/data-types")).data;
}

/** An event of the application is written with or without `app.`. */
export const shortName = (event: string): string => event.replace(/^app\./, "");
