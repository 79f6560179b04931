#!/usr/bin/env node
import module from "node:module";

// Absent before Node 22.8; it keeps what was compiled below the folder for temporary files.
module.enableCompileCache?.();
// A name that the compiler does not look for: the file stands beside this one once both are built.
const cli = "./cli.mjs";
await import(cli);
