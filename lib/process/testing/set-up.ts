import { afterAll } from "vitest";
import { endFile } from "./index.ts";

// Evaluated for each file, other than what a file imports.
afterAll(endFile);
