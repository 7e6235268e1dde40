// Reads {"id": "PlantUML source", ...} from standard input and writes {"id": "svg", ...}.
// Python calls this once for all diagrams, because loading the engine takes most of the time.

import { readFileSync } from 'node:fs';
import { document, serialize } from './dom.mjs';

class XMLSerializer {
  serializeToString(node) {
    return serialize(node);
  }
}

Object.assign(globalThis, { window: globalThis, document, XMLSerializer });
for (const method of ['log', 'warn', 'info', 'debug']) console[method] = () => {};

// Both look at the document while they load, so they cannot be imported at the top.
await import('@plantuml/core/viz-global.js');
const { renderToString } = await import('@plantuml/core');

const draw = (source) =>
  new Promise((resolve, reject) =>
    renderToString(source.split('\n'), resolve, (message) => reject(new Error(message))),
  );

const sources = JSON.parse(readFileSync(0, 'utf8'));
const pictures = {};
for (const [id, source] of Object.entries(sources)) {
  try {
    pictures[id] = await draw(source);
  } catch (error) {
    process.stderr.write(`${id}: ${error.message}\n`);
    process.exit(1);
  }
}
process.stdout.write(JSON.stringify(pictures));
