import { text } from "drizzle-orm/pg-core";
import { users } from "./table.ts";

export const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });
