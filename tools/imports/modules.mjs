// The modules of a crate, and which file imports from which.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { defines, mentions, parse } from './rust.mjs';

export const isTestPath = (file) => /(^|\/)(tests|testing)(\/|\.rs$)|_tests\.rs$/.test(file);

// `parts` is what is written in it: more than once where a feature chooses its file.
class Module {
  children = new Map();
  parts = [];

  constructor(name, parent) {
    Object.assign(this, { name, parent, root: parent?.root ?? this });
  }

  child(name) {
    if (!this.children.has(name)) this.children.set(name, new Module(name, this));
    return this.children.get(name);
  }

  get uses() {
    return this.parts.flatMap(({ uses }) => uses);
  }

  // The module that defines what `segments` name, seen from here; nothing if that
  // is in another crate. `depth` ends what names itself.
  resolve([head, ...rest], depth = 0) {
    const start = head === 'crate' ? this.root : this.next(head);
    if (start) return start.find(rest, depth);
    const use = this.uses.find(({ alias }) => alias === head);
    return use && depth < 16 ? this.resolve([...use.segments, ...rest], depth + 1) : undefined;
  }

  find([head, ...rest], depth = 0) {
    const next = this.next(head);
    if (next) return next.find(rest, depth);
    const use = head && this.shown.find((use) => this.offers(use, head));
    if (!use) return this;
    return this.resolve([...use.segments, ...(use.isGlob ? [head] : []), ...rest], depth + 1);
  }

  next(segment) {
    if (segment === 'self') return this;
    return segment === 'super' ? this.parent : this.children.get(segment);
  }

  // A parent that shows what its children define only passes it on.
  shows({ isPublic, segments }) {
    return isPublic && this.children.has(segments[0]);
  }

  get shown() {
    return this.uses.filter((use) => this.shows(use));
  }

  offers(use, name) {
    return use.isGlob ? this.resolve(use.segments).has(name) : use.alias === name;
  }

  has(name) {
    return this.parts.some((part) => defines(part, name)) || this.shown.some((use) => this.offers(use, name));
  }

  // What a part of it names: [module, place].
  *imports(part) {
    for (const use of part.uses) {
      // Who names in its own code what it shows needs it as well.
      if (this.shows(use) && (use.isGlob || !mentions(part, use.alias))) continue;
      const target = this.resolve(use.segments);
      yield [target, use];
      // Of what a parent shows, `use parent::*` imports what is named.
      const shown = (use.isGlob && target?.shown) || [];
      for (const { alias } of shown) if (alias && mentions(part, alias)) yield [target.find([alias]), use];
    }
    for (const path of part.paths) yield [this.resolve(path.segments), path];
  }
}

// All modules that a build without tests reads from the root files.
function readModules(src, roots) {
  const modules = new Set();
  const isRead = (place) => place && existsSync(place) && !isTestPath(relative(src, place));
  const add = (module, part, file, folder) => {
    module.parts.push({ ...part, file });
    modules.add(module);
    for (const { name, path, body } of part.mods) {
      const child = module.child(name);
      if (body) add(child, body, file, join(folder, name));
      else {
        const places = [path && join(dirname(file), path), join(folder, `${name}.rs`), join(folder, name, 'mod.rs')];
        for (const place of places.filter(isRead)) load(child, place);
      }
    }
  };
  const load = (module, file) => {
    const stem = basename(file, '.rs');
    const ownsFolder = !module.parent || stem === 'mod';
    add(module, parse(readFileSync(file, 'utf8')), file, ownsFolder ? dirname(file) : join(dirname(file), stem));
  };
  for (const root of roots) load(new Module(), root);
  return modules;
}

// What files import: Map(file -> Map(file -> places)); and of each file its module
// right under the root.
export function readImports(src, roots) {
  const graph = new Map();
  const tops = new Map();
  for (const module of readModules(src, roots)) {
    for (const part of module.parts) {
      if (!tops.has(part.file)) tops.set(part.file, topOf(module));
      for (const [target, { line, segments }] of module.imports(part)) {
        const place = { file: part.file, line, path: segments.join('::') };
        for (const to of target?.parts ?? []) addPlace(graph, part.file, to.file, place);
      }
    }
  }
  return { graph, tops };
}

const topOf = ({ name, parent }) => (parent?.parent ? topOf(parent) : name);

function addPlace(graph, from, to, ...places) {
  if (from === to || !from || !to) return;
  if (!graph.has(from)) graph.set(from, new Map());
  graph.get(from).set(to, [...(graph.get(from).get(to) ?? []), ...places]);
}

// The same graph between the modules right under the root; the root has no name.
export function collapse({ graph, tops }) {
  const collapsed = new Map();
  for (const [from, arrows] of graph) {
    for (const [to, places] of arrows) addPlace(collapsed, tops.get(from), tops.get(to), ...places);
  }
  return collapsed;
}
