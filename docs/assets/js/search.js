/* The search, fetched when a reader turns to it. Finds whole words, beginnings of words and
   words with a slip of the finger; a title counts more than its text, all words more than some. */
(async () => {
  "use strict";

  const MOST = 12;
  const FIELDS = { alias: 9, title: 10, page: 2, text: 3, body: 1 };
  const NOISE = new Set(("a an and any are as at be by can do does for from has have how i if in into " +
    "is it its me my of on or than that the their this to vs versus what when where which with you your")
    .split(" "));
  const box = document.forms.search.elements.query;
  const meta = document.querySelector(".md-search-result__meta");
  const list = document.querySelector(".md-search-result__list");
  const hint = meta.textContent;

  /* The same words as builder/search_index.py finds. */
  const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+(?:[.+#][\p{L}\p{N}_+#]+|\++|#)*/gu) || [];
  const stem = (word) => (word.length > 3 ? word.replace(/(?<=[\p{L}\p{N}_]{2})(?<![su])s$/u, "") : word);
  const make = (tag, name, text = "") =>
    Object.assign(document.createElement(tag), { className: name, textContent: text });

  /* ---- The index: word -> section -> weight ---- */

  function read({ pages, words, places }) {
    const index = new Map();
    const put = (word, at, weight) => {
      const key = stem(word);
      if (!index.has(key)) index.set(key, new Map());
      const found = index.get(key);
      found.set(at, Math.max(found.get(at) || 0, weight));
    };
    const entries = pages.flatMap(([address, sections]) => sections.map(
      ([anchor, title, text = "", aliases = ""]) =>
        entry(address + fragment(anchor, title), title, sections[0][1], text, aliases)));
    entries.forEach(({ title, pageTitle, text, aliases }, at) => {
      for (const word of wordsOf(pageTitle)) put(word, at, FIELDS.page);
      for (const word of wordsOf(text)) put(word, at, FIELDS.text);
      for (const word of wordsOf(aliases)) put(word, at, FIELDS.alias);
      for (const word of wordsOf(title)) put(word, at, FIELDS.title);
    });
    const found = places.split(" ");
    spelledOut(words).forEach((word, line) => {
      for (const at of numbers(found[line])) put(word, at, FIELDS.body);
    });
    return { index, entries };
  }

  const entry = (address, title, pageTitle, text, aliases) => ({ address, title, pageTitle, text, aliases,
    phrases: [title, ...aliases.split(", ")].map(plain).filter(Boolean),
    boost: (aliases ? 1.3 : 1) * (address.includes("#") ? 1 : 1.1),
    length: wordsOf(title).length });

  /* ---- What builder/search_packing.py wrote ---- */

  /* An anchor that is a joint alone joins the words of the title. */
  function fragment(anchor, title) {
    const bare = title.toLowerCase().replace(/[^a-z0-9_ -]/g, "");
    return anchor && `#${"-_".includes(anchor) ? bare.replace(/[ -]+/g, anchor) : anchor}`;
  }

  /* Each word is a capital, which tells how much it shares with the one before, and the rest. */
  function spelledOut(words) {
    let before = "";
    return (words.match(/[A-Z][^A-Z]*/g) || []).map((part) => {
      before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
      return before;
    });
  }

  /* The numbers of sections, from the gaps between them: one character a gap, # to [ (35 to 91),
     after any of ] to ~ (93 to 126) that tell of a wider one. */
  function numbers(gaps) {
    let [at, gap, unit] = [-1, 0, 1];
    const found = [];
    for (const digit of gaps) {
      const code = digit.charCodeAt(0);
      if (code > 91) {
        gap += unit * (code - 93 + 57);
        unit *= 34;
      } else {
        at += 1 + gap + unit * (code - 35);
        found.push(at);
        [gap, unit] = [0, 1];
      }
    }
    return found;
  }

  const plain = (text) => wordsOf(text).filter((word) => !NOISE.has(word)).map(stem).join(" ");

  /* ---- Finding ---- */

  /* Whether one word becomes the other by at most `most` slips: a letter more, less, wrong, or
     two letters swapped. */
  function isNear(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return false;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return false;
      [before, last] = [last, row];
    }
    return last[other.length] <= most;
  }

  /* Every known word that a typed one may mean, with how well it fits. */
  function meanings(index, typed) {
    const word = stem(typed);
    const fits = new Map();
    if (index.has(word)) fits.set(word, 1);
    for (const known of index.keys()) {
      if (known !== word && word.length > 1 && known.startsWith(word)) {
        fits.set(known, 0.55 + 0.35 * (word.length / known.length));
      }
    }
    if (fits.size || word.length < 4) return fits;
    const most = word.length < 8 ? 1 : 2;
    for (const slips of [1, 2].slice(0, most)) {
      for (const known of index.keys()) {
        if (known.length > 2 && isNear(word, known, slips)) fits.set(known, known[0] === word[0] ? 0.6 : 0.4);
        else if (isNear(word, known.slice(0, word.length), slips - 1)) fits.set(known, 0.4);
      }
      if (fits.size) break;
    }
    return fits;
  }

  function find({ index, entries }, text) {
    const typed = wordsOf(text);
    const terms = typed.filter((word) => !NOISE.has(word));
    const asked = terms.length ? terms : typed;
    const points = new Map();
    const hits = new Map();
    const add = (from) => {
      for (const [at, weight] of from) {
        points.set(at, (points.get(at) || 0) + weight);
        hits.set(at, (hits.get(at) || 0) + 1);
      }
    };
    const known = asked.map((term) => worth(index, entries.length, meanings(index, term)));
    known.forEach(add);
    const joined = asked.length === 2 ? worth(index, entries.length,
      new Map(index.has(stem(asked.join(""))) ? [[stem(asked.join("")), 1]] : [])) : new Map();
    for (const [at, weight] of joined) {
      points.set(at, Math.max(points.get(at) || 0, 2 * weight));
      hits.set(at, 2);
    }
    const phrase = asked.map(stem).join(" ");
    const scored = [...points].map(([at, sum]) => {
      const entry = entries[at];
      const whole = entry.phrases.indexOf(phrase);
      const exact = whole < 0 ? 1 : 2.5;
      const short = 1 + 0.4 / (1 + entry.length);
      return { at, all: hits.get(at), score: sum * entry.boost * exact * short };
    });
    const most = Math.max(0, ...scored.map(({ all }) => all));
    return scored.filter(({ all }) => all === most || all > 0.6 * asked.length)
      .sort((one, other) => other.all - one.all || other.score - one.score || one.at - other.at)
      .map(({ at }) => entries[at]);
  }

  /* The best meaning of a word for each section; a rare word is worth more. */
  function worth(index, size, fits) {
    const best = new Map();
    for (const [word, fit] of fits) {
      const places = index.get(word);
      const rare = Math.log(1 + size / places.size);
      for (const [at, weight] of places) {
        best.set(at, Math.max(best.get(at) || 0, fit * weight * rare));
      }
    }
    return best;
  }

  /* ---- Showing ---- */

  function item({ address, title, pageTitle, text }, typed) {
    const link = make("a", "md-search-result__link");
    const target = new URL(address, __md_scope);
    target.searchParams.set("h", typed);
    link.href = target;
    const card = make("article", "md-search-result__article md-typeset");
    card.append(make("h2", "", title));
    if (title !== pageTitle) card.append(make("small", "", pageTitle));
    if (text) card.append(make("p", "", text));
    link.append(card);
    const entry = make("li", "md-search-result__item");
    entry.append(link);
    return entry;
  }

  function show() {
    const typed = box.value.trim();
    if (!typed) {
      meta.textContent = hint;
      return list.replaceChildren();
    }
    const found = find(index, typed);
    const shown = found.slice(0, MOST);
    const counted = `${found.length} matching ${found.length === 1 ? "document" : "documents"}`;
    meta.textContent = found.length ? counted : "No matching documents";
    return list.replaceChildren(...shown.map((entry) => item(entry, typed)));
  }

  function move(event) {
    const stops = [box, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0 && stops.length > 1) {
      event.preventDefault();
      stops[(at + step + stops.length) % stops.length].focus();
    } else if (event.key === "Enter" && document.activeElement === box) {
      event.preventDefault();
      if (stops[1]) stops[1].click();
    }
  }

  /* ---- What led here, marked in the text ---- */

  function highlight(text) {
    const terms = wordsOf(text).filter((word) => word.length > 2 && !NOISE.has(word)).map(stem);
    if (!terms.length || !CSS.highlights) return;
    const escaped = terms.map((term) => term.replace(/[.+#]/g, "\\$&"));
    const wanted = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})`, "giu");
    const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const ranges = [];
    while (texts.nextNode()) {
      for (const match of texts.currentNode.data.matchAll(wanted)) {
        const range = new Range();
        range.setStart(texts.currentNode, match.index);
        range.setEnd(texts.currentNode, match.index + match[0].length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("td-found", new Highlight(...ranges));
    document.documentElement.classList.add("td-marked");
  }

  /* From the file system nothing can be fetched; there the index is a script. */
  async function load() {
    const place = new URL("search/search_index.json", __md_scope);
    if (location.protocol !== "file:") return (await fetch(place)).json();
    const script = document.createElement("script");
    script.src = `${place}`.replace(/json$/, "js");
    document.head.append(script);
    await new Promise((done) => { script.addEventListener("load", done, { once: true }); });
    return globalThis.tdSearchIndex;
  }

  const led = new URLSearchParams(location.search).get("h");
  if (led) highlight(led);
  if (led && document.activeElement !== box) {
    await new Promise((done) => { box.addEventListener("focus", done, { once: true }); });
  }
  meta.setAttribute("role", "status");
  const index = read(await load());
  box.addEventListener("input", show);
  box.form.addEventListener("reset", () => { setTimeout(show); box.focus(); });
  box.form.addEventListener("submit", (event) => event.preventDefault());
  document.querySelector(".md-search").addEventListener("keydown", move);
  show();
})();
