import { afterAll } from "vitest";
import { closeDatabase } from "../database.ts";

// A file that leaves the process's database open would give the next file of its worker a pool to a database that is gone.
afterAll(closeDatabase);
