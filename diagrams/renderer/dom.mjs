// The few parts of a browser's document that PlantUML touches: a tree of elements that can be
// written out as XML, and a canvas that measures text. Text is measured with one pinned font,
// so that every machine draws the same picture.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

const require = createRequire(import.meta.url);
const FALLBACK_GLYPH_WIDTH = 0.6;

function font(weight) {
  const file = require.resolve(`@fontsource/arimo/files/arimo-latin-${weight}-normal.woff`);
  const bytes = readFileSync(file);
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

const REGULAR = font(400);
const BOLD = font(700);

function advance(face, character) {
  const index = face.charToGlyphIndex(character);
  if (index === 0) return FALLBACK_GLYPH_WIDTH;
  return face.glyphs.get(index).advanceWidth / face.unitsPerEm;
}

export function textWidth(text, size, weight) {
  const face = /bold|[6-9]00/.test(weight ?? '') ? BOLD : REGULAR;
  let width = 0;
  for (const character of text) width += advance(face, character);
  return Math.round(width * size * 100) / 100;
}

class Canvas {
  font = '400 13px sans-serif';

  getContext() {
    return this;
  }

  measureText(text) {
    const [, weight, size] = /^(.*?)\s*([\d.]+)px/.exec(this.font);
    const height = Number(size);
    return {
      width: textWidth(text, height, weight),
      actualBoundingBoxAscent: height * 0.8,
      actualBoundingBoxDescent: height * 0.2,
      fontBoundingBoxAscent: height * 0.9,
      fontBoundingBoxDescent: height * 0.2,
    };
  }
}

class Node {
  constructor(name, document) {
    this.tagName = this.nodeName = name;
    this.ownerDocument = document;
    this.childNodes = [];
    this.attributes = new Map();
    this.style = {};
    this.text = '';
  }

  get firstChild() {
    return this.childNodes[0] ?? null;
  }

  get textContent() {
    return this.text + this.childNodes.map((child) => child.textContent).join('');
  }

  set textContent(value) {
    this.childNodes = [];
    this.text = String(value);
  }

  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }

  setAttributeNS(_namespace, name, value) {
    this.setAttribute(name, value);
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  appendChild(child) {
    this.childNodes.push(child);
    return child;
  }

  insertBefore(child, reference) {
    const at = this.childNodes.indexOf(reference);
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    return child;
  }

  removeChild(child) {
    this.childNodes = this.childNodes.filter((other) => other !== child);
    return child;
  }

  getBBox() {
    const size = Number.parseFloat(this.getAttribute('font-size') ?? '13');
    const width = textWidth(this.textContent, size, this.getAttribute('font-weight'));
    return { x: 0, y: -size * 0.9, width, height: size * 1.15 };
  }
}

const escape = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

// A text element carries the width it was measured with, because the reader's own font may be
// wider or narrower. Blanks at its start become distance, since SVG drops them.
function settle(node) {
  const text = node.textContent;
  const size = Number.parseFloat(node.getAttribute('font-size'));
  const weight = node.getAttribute('font-weight');
  const indent = textWidth(text.slice(0, text.length - text.trimStart().length), size, weight);
  node.setAttribute('x', Math.round((Number(node.getAttribute('x')) + indent) * 100) / 100);
  node.textContent = text.trim();
  node.setAttribute('textLength', textWidth(node.textContent, size, weight));
}

export function serialize(node) {
  if (node.tagName === '#instruction') return '';
  if (node.tagName === 'text') settle(node);
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escape(value)}"`);
  const inner = escape(node.text) + node.childNodes.map(serialize).join('');
  return `<${node.tagName}${attributes.join('')}>${inner}</${node.tagName}>`;
}

export const document = {
  baseURI: 'file:///',
  currentScript: null,
  createElementNS: (_namespace, name) => new Node(name, document),
  createElement: (name) => (name === 'canvas' ? new Canvas() : new Node(name, document)),
  createProcessingInstruction: () => new Node('#instruction', document),
  getElementById: () => null,
};
document.body = new Node('body', document);
document.head = new Node('head', document);
