// The crates of the tree, what they depend on, and the sources that they have.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = /^(\..*|target|node_modules|dist)$/;
const SECTION = /^\[(?:target\..+\.)?(dev-|build-)?(dependencies)(?:\.([\w-]+))?\]/;

const isCrate = (folder) => existsSync(join(folder, 'Cargo.toml'));
const foldersIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SKIPPED.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();

// As much TOML as lists of dependencies take.
function readManifest(folder) {
  const crate = { folder, needs: [], needsInTests: [] };
  let list;
  for (const line of readFileSync(join(folder, 'Cargo.toml'), 'utf8').split('\n')) {
    const [, word] = line.match(/^([\w-]+)\s*[.=]/) ?? [];
    if (line.startsWith('[')) {
      const [, kind, isList, only] = line.match(SECTION) ?? [];
      list = isList && !only && (kind === 'dev-' ? crate.needsInTests : crate.needs);
      if (only) (kind === 'dev-' ? crate.needsInTests : crate.needs).push(only);
    } else if (list && word) list.push(word);
    else if (word === 'name') crate.name ??= line.match(/"(.+)"/)[1];
  }
  return crate;
}

// [{ name, folder, needs, needsInTests }]: what they need of each other.
export function readCrates(root) {
  const within = (folder) => foldersIn(folder).flatMap((inner) => [...(isCrate(inner) ? [inner] : []), ...within(inner)]);
  const crates = within(root).map(readManifest);
  const ours = (needs) => needs.filter((need) => crates.some(({ name }) => name === need));
  return crates.map(({ name, folder, needs, needsInTests }) => {
    return { name, folder, needs: ours(needs), needsInTests: ours(needsInTests) };
  });
}

// All sources of a crate, without those of crates inside it.
export function sourcesIn(folder) {
  const here = readdirSync(folder).filter((name) => name.endsWith('.rs')).sort();
  const inner = foldersIn(folder).filter((inner) => !isCrate(inner));
  return [...here.map((name) => join(folder, name)), ...inner.flatMap(sourcesIn)];
}
