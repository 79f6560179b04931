import { bridgeMcp } from "./bridge.ts";

/** The bridge alone, for programs that start it by its path; `sojourn mcp` is the same with profiles. */
const { SOJOURN_URL: url = "http://localhost:3000", SOJOURN_SECRET_KEY: secretKey = "" } = process.env;
await bridgeMcp({ url, secretKey, input: process.stdin, output: process.stdout });
