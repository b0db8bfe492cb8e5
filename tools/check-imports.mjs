#!/usr/bin/env node
// Fails where imports go in a circle, where a crate needs one that it may not know,
// and where a file or folder is too big to be read: `tools/check-imports.mjs [ROOT]`.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circlesIn } from './imports/circles.mjs';
import { readCrates, sourcesIn } from './imports/crates.mjs';
import { collapse, isTestPath, readImports } from './imports/modules.mjs';

// Which of our crates a crate may need. The last two measure the shop from outside:
// they may need any, and none may need them.
const ALL = ['delivery', 'domain', 'store', 'app', 'server'];
const MAY_NEED = {
  frontend: ['app'],
  app: ['domain', 'delivery'],
  domain: ['delivery'],
  store: ['domain', 'delivery'],
  server: ['app', 'domain', 'store', 'delivery'],
  delivery: [],
  bench: ALL,
  fuzz: ALL,
};
const MOST_LINES = { source: 250, test: 300 };
const MOST_FILES = 15;
// Folders that may hold more, since they are flat lists of like things: [folder, reason].
const FLAT_LISTS = new Map([]);

const root = resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const fromRoot = (path) => relative(root, path);
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
const problems = [];

function checkCrates(crates) {
  for (const { name, needs } of crates) {
    const allowed = MAY_NEED[name];
    if (!allowed) problems.push(`${name}: this crate is new: add it to the table in tools/check-imports.mjs`);
    const forbidden = needs.filter((need) => allowed && !allowed.includes(need));
    for (const need of forbidden) problems.push(`${name}/Cargo.toml: ${name} may not need ${need}`);
  }
  // Cargo allows circles by way of tests.
  const arrowsOf = ({ needs, needsInTests }) => new Map([...needs, ...needsInTests].map((need) => [need]));
  const graph = new Map(crates.map((crate) => [crate.name, arrowsOf(crate)]));
  const found = circlesIn(graph).flatMap(({ circles }) => circles);
  for (const circle of found) problems.push(`circle of crates: ${arrow(circle)}`);
}

const arrow = (circle) => (circle.length === 2 ? circle.join(' <-> ') : [...circle, circle[0]].join(' -> '));

function describe(graph, circle, folder) {
  const steps = circle.map((from, i) => {
    const places = graph.get(from).get(circle[(i + 1) % circle.length]);
    const more = places.length > 1 ? ` (and ${places.length - 1} more)` : '';
    return `\n    ${fromRoot(places[0].file)}:${places[0].line} names ${places[0].path}${more}`;
  });
  return `\n  ${arrow(circle).replaceAll(`${folder}/`, '')}${steps.join('')}`;
}

function checkCircles(graph, what, folder) {
  for (const { knot, circles } of circlesIn(graph)) {
    const texts = circles.map((circle) => describe(graph, circle, folder));
    problems.push(`circle of ${knot.length} ${what} in ${fromRoot(folder)}:${texts.join('')}`);
  }
}

// The lengths of the sources; `isTest` tells a test.
function checkSizes(files, isTest) {
  const lengths = [];
  const counts = new Map();
  for (const file of files) {
    const lines = readFileSync(file, 'utf8').split('\n').length - 1;
    const most = MOST_LINES[isTest(file) ? 'test' : 'source'];
    if (lines > most) problems.push(`${fromRoot(file)}: ${lines} lines, more than ${most}`);
    if (isTest(file)) continue;
    lengths.push(lines);
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  for (const [folder, count] of counts) {
    const name = fromRoot(folder);
    if (count > MOST_FILES && !FLAT_LISTS.has(name)) problems.push(`${name}: ${count} files, more than ${MOST_FILES}`);
  }
  return lengths;
}

function checkCrate({ folder }) {
  const files = sourcesIn(folder);
  const src = join(folder, 'src');
  const roots = files.filter((file) => /^(lib|main|bin\/[^/]+)\.rs$/.test(relative(src, file)));
  const imports = readImports(src, roots);
  checkCircles(imports.graph, 'files', src);
  checkCircles(collapse(imports), 'modules', src);
  // What no module leads to without `cfg(test)` is a test's.
  const isTest = (file) => isTestPath(fromRoot(file)) || (file.startsWith(`${src}/`) && !imports.tops.has(file));
  return { lengths: checkSizes(files, isTest), arrows: sum([...imports.graph.values()].map(({ size }) => size)) };
}

const crates = readCrates(root);
checkCrates(crates);
const checked = crates.map(checkCrate);
const lengths = checked.flatMap((crate) => crate.lengths).sort((a, b) => a - b);
const arrows = sum(checked.map((crate) => crate.arrows));
const facts = `${lengths.length} files, ${arrows} arrows between them, median ${lengths[lengths.length >> 1] ?? 0} lines`;
if (problems.length) console.error(`${problems.join('\n')}\nimports: ${facts}, to be mended: ${problems.length}`);
else console.log(`imports: ${facts}, no circle`);
process.exitCode = problems.length ? 1 : 0;
