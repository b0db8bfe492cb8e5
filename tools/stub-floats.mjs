#!/usr/bin/env node
// Takes the formatting of floating-point numbers out of a WebAssembly file.
//
// No page shows such a number, but `serde_json` can name one in the text of an error, which
// nobody reads in a browser. That keeps the formatting and its tables in the file: 8 kB of
// what is sent. Here these functions write nothing and say that it went well.
//
//   tools/stub-floats.mjs IN OUT
import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';

const FORMATTERS = [/^<f64 as core.*::fmt::Display>::fmt$/, /^<serde_json::error::JsonUnexpected as core::fmt::Display>::fmt/];

const [source, target] = process.argv.slice(2);
binaryen.setDebugInfo(true);
const module = binaryen.readBinary(readFileSync(source));
const missing = new Set(FORMATTERS);
for (let index = 0; index < module.getNumFunctions(); index += 1) {
  const reference = module.getFunctionByIndex(index);
  const { name } = binaryen.getFunctionInfo(reference);
  const formatter = FORMATTERS.find((pattern) => pattern.test(name));
  if (formatter) {
    // The least of `core::fmt::Result`: `Ok(())`.
    binaryen.Function(reference).body = module.i32.const(0);
    missing.delete(formatter);
  }
}
if (missing.size > 0) {
  console.error(`not found: ${[...missing].join(', ')}; the compiler may name functions differently now`);
  process.exit(1);
}
writeFileSync(target, module.emitBinary());
