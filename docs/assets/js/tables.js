/* Comparison tables: filter, sort, two of three, links, downloads, proofs in place. The table
   that the server made is the whole truth: this hides, moves and copies what stands there.
   The view lives in the address, in fields named as those of the form. */
(() => {
  "use strict";
  if (customElements.get("td-compare")) return; // a page brought without a visit runs it again

  const make = (tag, properties = {}, ...children) => {
    const part = Object.assign(document.createElement(tag), properties);
    part.append(...children);
    return part;
  };
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const here = () => location.origin + location.pathname;
  const paper = matchMedia("print");

  class Compare extends HTMLElement {
    connectedCallback() {
      this.table = this.querySelector("table");
      this.form = this.querySelector("form");
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      this.addEventListener("click", (event) => this.clicked(event), { signal });
      if (this.form) this.begin(signal);
    }

    disconnectedCallback() {
      this.leaving.abort();
      mark("", []);
    }

    begin(signal) {
      this.fields = [...this.form.elements].filter(({ name }) => name);
      this.status = this.form.querySelector("[role=status]");
      this.total = this.table.querySelectorAll("[scope=row]").length;
      this.readColumns();
      this.form.addEventListener("input", (event) => this.changed(event.target), { signal });
      this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
      this.form.addEventListener("reset", (event) => {
        event.preventDefault();
        this.go({});
      }, { signal });
      this.form.elements.sort.addEventListener("focus", () => this.offerReversed(), { signal });
      for (const type of ["pointerover", "focusin"]) {
        this.table.addEventListener(type, (event) => this.offerLink(event), { signal });
      }
      for (const type of ["popstate", "pageshow"]) {
        window.addEventListener(type, () => this.restore(), { signal });
      }
      window.addEventListener("hashchange", () => this.showTarget(), { signal });
      paper.addEventListener("change", () => this.show(), { signal });
      for (const type of ["beforeprint", "afterprint"]) {
        window.addEventListener(type, () => this.show(type === "beforeprint"), { signal });
      }
      this.restore();
      this.showTarget();
    }

    /* ---- What the server wrote ---- */

    readColumns() {
      this.heads = [...this.table.tHead.rows[0].cells];
      this.columns = this.heads.slice(1).map((head, index) => {
        const name = head.querySelector(".fw");
        return {
          id: name.className.replace(/.*fw-/, ""),
          name: textOf(name),
          version: head.querySelector("small").textContent,
          index,
        };
      });
      this.heads.forEach((head, place) => {
        const sort = place ? this.columns[place - 1].id : "title";
        const button = make("button", { type: "button", className: "td-sort" }, ...head.childNodes);
        button.dataset.sort = sort;
        head.append(button);
      });
    }

    /* Read at the first use: most readers only read. */
    get rows() {
      this.known ||= [...this.table.tBodies].flatMap((body) => {
        const head = body.querySelector(".td-group a");
        return [...body.rows].filter(({ className }) => !className)
          .map((line) => readRow(line, body, head, this.columns));
      });
      return this.known;
    }

    /* ---- The view: form, address, and back ---- */

    view() {
      return Object.fromEntries([...new FormData(this.form)].filter(([, value]) => value.trim()));
    }

    address(view) {
      const address = new URL(location.href);
      for (const { name } of this.fields) address.searchParams.delete(name);
      for (const [name, value] of Object.entries(view)) address.searchParams.set(name, value);
      address.hash = "";
      return address.href;
    }

    changed(field) {
      const method = field.name === "find" && this.last === field ? "replaceState" : "pushState";
      this.last = field;
      history[method](null, "", this.address(this.view()));
      this.show();
    }

    go(view) {
      history.pushState(null, "", this.address(view));
      this.restore();
    }

    restore() {
      const given = new URLSearchParams(location.search);
      if ((given.get("sort") || "").startsWith("-")) this.offerReversed();
      for (const field of this.fields) {
        const value = given.get(field.name) || "";
        if (field.type === "checkbox") field.checked = value === field.value;
        else field.value = value;
        if (field.selectedIndex < 0) field.value = "";
      }
      this.last = null;
      this.show();
    }

    /* Made when first needed: every element costs every reader. */
    offerReversed() {
      const { sort } = this.form.elements;
      if (sort.options.length > this.heads.length + 1) return;
      for (const { value, text } of [...sort.options].slice(1)) {
        sort.append(make("option", { value: `-${value}`, textContent: `${text}, reversed` }));
      }
    }

    /* A link to a row or cell that the view hides shows everything. */
    showTarget() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !this.table.contains(target) || !this.isChanged) return;
      if (target.closest("[hidden]")) {
        history.replaceState(null, "", this.address({}) + location.hash);
        this.restore();
      }
      target.scrollIntoView();
    }

    /* ---- What the reader sees ---- */

    show(isPrinted = paper.matches) {
      const view = isPrinted ? {} : this.view();
      const isPlain = !Object.keys(view).length;
      if (isPlain && !this.isChanged) return;
      this.isChanged = !isPlain;
      this.form.toggleAttribute("data-changed", this.isChanged);
      const columns = this.shownColumns(view);
      this.shown = this.sorted(this.rows.filter((row) => fits(row, view, columns)), view);
      this.showColumns(columns);
      this.showRows(new Set(this.shown), view.sort ? this.shown : this.rows, Boolean(view.sort));
      this.say(view);
      mark(view.find, this.shown);
    }

    say(view) {
      const { length } = this.shown;
      const words = length ? `${length} of ${this.total} questions`
        : `No question fits. “Show all” brings back ${this.total}.`;
      if (this.status.textContent !== words) this.status.textContent = words;
      const used = Object.keys(view).filter((name) => name !== "find").length;
      this.form.querySelector(".td-more").textContent = used ? `Filters (${used})` : "Filters";
      for (const [place, head] of this.heads.entries()) {
        const sort = place ? this.columns[place - 1].id : "title";
        const order = { [sort]: "ascending", [`-${sort}`]: "descending" }[view.sort];
        if (order) head.ariaSort = order;
        else head.removeAttribute("aria-sort");
      }
    }

    shownColumns({ pair }) {
      const chosen = (pair || "").split("-");
      return pair ? this.columns.filter(({ id }) => chosen.includes(id)) : this.columns;
    }

    sorted(rows, { sort = "" }) {
      const key = sort.replace("-", "");
      const column = this.columns.find(({ id }) => id === key);
      if (!sort) return rows;
      const levels = [...(this.form.elements.level?.options || [])].map(({ value }) => value);
      const rank = (row) => levels.indexOf(row.cells[column.index].level);
      const order = column ? (a, b) => rank(a) - rank(b) : (a, b) => a.title.localeCompare(b.title);
      return [...rows].sort(sort === key ? order : (a, b) => order(b, a));
    }

    showColumns(columns) {
      const shown = new Set(columns.map(({ index }) => index));
      this.columns.forEach(({ index }) => {
        this.heads[index + 1].hidden = !shown.has(index);
        for (const { cells } of this.rows) cells[index].part.hidden = !shown.has(index);
      });
      for (const head of this.table.querySelectorAll(".td-group th")) head.colSpan = shown.size + 1;
    }

    /* Sorted rows stand in the first body; group heads have no place among them. */
    showRows(shown, order, isSorted) {
      const [first, ...others] = this.table.tBodies;
      for (const row of order) (isSorted ? first : row.body).append(row.line);
      for (const row of this.rows) row.line.hidden = !shown.has(row);
      for (const body of [first, ...others]) {
        const [head] = body.querySelectorAll(".td-group");
        if (head) head.hidden = isSorted || ![...body.rows].some((line) => line !== head && !line.hidden);
      }
    }

    /* ---- Clicks ---- */

    clicked(event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const part = event.target.closest("a, button");
      if (!part) return;
      const { does, sort } = { does: part.dataset.do, sort: part.dataset.sort };
      if (sort) this.sortBy(sort);
      else if (does) this[does](part);
      else if (part.classList.contains("state") && location.protocol !== "file:") openProof(part);
      else return;
      event.preventDefault();
      event.stopPropagation(); // what follows links without a visit listens above
    }

    sortBy(sort) {
      const { sort: now, ...view } = this.view();
      const next = { [sort]: `-${sort}`, [`-${sort}`]: "" }[now] ?? sort;
      this.go(next ? { ...view, sort: next } : view);
    }

    more(button) {
      const isOpen = this.form.toggleAttribute("data-open");
      button.setAttribute("aria-expanded", isOpen);
    }

    link(button) { this.copy(this.address(this.view()), button); }

    place(anchor) { this.copy(anchor.href, anchor); }

    async copy(address, part) {
      const said = part.parentNode.querySelector(".td-said") || this.querySelector(".td-said");
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = "Link copied";
      } catch {
        history.replaceState(null, "", address);
        said.textContent = "The link is in the address bar";
      }
      part.toggleAttribute("data-done", true);
      setTimeout(() => {
        part.removeAttribute("data-done");
        said.textContent = "";
      }, 2000);
    }

    /* ---- A link for the row or cell under the pointer or with the focus ---- */

    offerLink({ target, type }) {
      const place = target.closest("tbody :is(th[scope=row], td)");
      this.anchor ||= make("a", { className: "td-here", textContent: "#" });
      this.anchor.dataset.do = "place";
      if (!place || this.anchor.parentNode === place) return;
      if (type === "pointerover" && this.anchor.matches(":focus-visible")) return;
      const row = this.rows.find(({ line }) => line === place.parentNode);
      const cell = row.cells.find(({ part }) => part === place);
      this.anchor.href = `${here()}#${cell ? cell.part.id : row.id}`;
      const name = `${row.title}${cell ? `, ${cell.name}` : ""}`;
      this.anchor.setAttribute("aria-label", `Copy link: ${name}`);
      place.append(this.anchor);
    }

    /* ---- Downloads: exactly what is shown ---- */

    csv() {
      const columns = this.shownColumns(this.view());
      const heads = ["id", "group", "question", ...columns.flatMap(({ name, version }) =>
        [`${name} ${version}`, `${name} support`, `${name} proof`, `${name} address`])];
      const lines = this.taken().map(({ id, group, title, cells }) => [id, group, title,
        ...columns.flatMap(({ index }) => Object.values(told(cells[index])))]);
      const text = [heads, ...lines].map((line) => line.map(quoted).join(",")).join("\r\n");
      save(`${text}\r\n`, "text/csv", "csv");
    }

    json() {
      const columns = this.shownColumns(this.view());
      const rows = this.taken().map(({ id, group, title, cells }) => ({
        id, group, question: title,
        cells: Object.fromEntries(columns.map((column) => [column.id, told(cells[column.index])])),
      }));
      const versions = Object.fromEntries(columns.map(({ id, version }) => [id, version]));
      const whole = { source: this.address(this.view()), versions, rows };
      save(`${JSON.stringify(whole, null, 2)}\n`, "application/json", "json");
    }

    taken() { return this.isChanged ? this.shown : this.rows; }
  }

  const told = ({ answer, level, state, proof }) =>
    ({ answer, support: level, proof: state, address: proof });

  function readRow(line, body, head, columns) {
    const link = line.cells[0].querySelector("a");
    const cells = [...line.cells].slice(1).map((part, index) => ({
      part,
      name: columns[index].name,
      answer: answerOf(part),
      level: part.dataset.support,
      state: part.dataset.state,
      proof: part.querySelector(".state").href,
      words: part.querySelector(".support").textContent,
    }));
    const { also = "", same = "" } = line.dataset;
    const title = textOf(link);
    const group = head ? textOf(head) : document.querySelector("h1").firstChild.textContent.trim();
    const words = [title, also, group, ...cells.flatMap((cell) => [cell.answer, cell.words])];
    return {
      line, body, title, group, cells,
      id: link.hash.slice(1),
      groupId: head ? head.pathname.split("/").at(-2) : "",
      same: same.split(" "),
      text: plain(words.join(" ")),
    };
  }

  /* What stands before the level. */
  function answerOf(part) {
    let words = "";
    for (const one of part.childNodes) {
      if (one.className && one.matches(".support")) break;
      words += one.textContent;
    }
    return words.replace(/\s+/g, " ").trim();
  }

  const textOf = (part) => part.textContent.replace(/\s+/g, " ").trim();

  function fits(row, view, columns) {
    const { find = "", group, level, state, differ } = view;
    const asked = columns.filter(({ id }) => id === view.for);
    const cells = (asked.length ? asked : columns).map(({ index }) => row.cells[index]);
    return (!group || row.groupId === group) &&
      plain(find).split(/\s+/).every((word) => row.text.includes(word)) &&
      cells.some((cell) => (!level || cell.level === level) && (!state || cell.state === state)) &&
      (!differ || doDiffer(row, columns));
  }

  /* The server says which pairs answer alike: it compares more than a reader sees. */
  function doDiffer({ same }, columns) {
    const ids = columns.map(({ id }) => id);
    return ids.some((one, i) => ids.slice(i + 1).some((two) => !same.includes(`${one}-${two}`)));
  }

  /* Marks what was searched for, without a single node, where the browser can. */
  function mark(find, rows) {
    if (!CSS.highlights) return;
    const words = plain(find || "").split(/\s+/).filter(Boolean);
    const ranges = words.length ? rows.flatMap(({ line }) => found(line, words)) : [];
    CSS.highlights.set("td-found", new Highlight(...ranges));
    document.documentElement.classList.toggle("td-marked", ranges.length > 0);
  }

  function found(line, words) {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const ranges = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.data.toLowerCase();
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          ranges.push(new StaticRange({
            startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length,
          }));
        }
      }
    }
    return ranges;
  }

  /* A leading sign would make a formula of a text in a spreadsheet. */
  function quoted(value) {
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
    return `"${text.replaceAll('"', '""')}"`;
  }

  function save(text, type, ending) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const name = location.pathname.split("/").at(-2) || "table";
    make("a", { href: address, download: `${name}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  /* ---- The proof of a cell, in place: a part of its own page ---- */

  const pages = new Map();

  function pageOf(address) {
    const [page] = address.split("#");
    if (!pages.has(page)) {
      const loading = fetch(page).then(async (answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return new DOMParser().parseFromString(await answer.text(), "text/html");
      });
      loading.catch(() => pages.delete(page));
      pages.set(page, loading);
    }
    return pages.get(page);
  }

  async function openProof(link) {
    const host = link.closest("td-compare");
    const dialog = make("dialog", { className: "td-dialog" });
    const body = make("div", {}, make("p", { textContent: "Loading the proof …" }));
    dialog.setAttribute("aria-labelledby", "td-dialog-title");
    dialog.append(barOf(dialog, link), body, footOf(host, link));
    dialog.addEventListener("close", () => {
      dialog.remove();
      link.focus();
    });
    dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close(); });
    host.append(dialog);
    dialog.showModal();
    try {
      body.replaceChildren(...proofIn(await pageOf(link.href), link.href));
    } catch {
      body.replaceChildren(make("p", { textContent: "The proof did not load. It has a page of its own:" }));
    }
  }

  function barOf(dialog, link) {
    const title = textOf(link.closest("tr").cells[0].querySelector("a"));
    const close = make("button", { type: "button", textContent: "Close", autofocus: true });
    close.addEventListener("click", () => dialog.close());
    return make("div", { className: "td-proof-bar" },
      make("h2", { id: "td-dialog-title", textContent: `Proof: ${title}` }), close);
  }

  function footOf(host, link) {
    const copy = make("button", { type: "button", textContent: "Copy link" });
    copy.addEventListener("click", () => host.copy(link.href, copy));
    const said = make("span", { className: "td-said", role: "status" });
    return make("p", { className: "td-proof-foot" },
      make("a", { href: link.href, textContent: "Open as page" }), copy, said);
  }

  /* What stands under the cell's heading; addresses count from the page that they were read on. */
  function proofIn(page, address) {
    const parts = [];
    for (let part = page.getElementById(new URL(address).hash.slice(1)).nextElementSibling;
      part && !/^(H2|SECTION|FOOTER)$/.test(part.tagName); part = part.nextElementSibling) {
      parts.push(document.importNode(part, true));
    }
    for (const part of parts) {
      for (const one of part.querySelectorAll("a[href]")) {
        one.href = new URL(one.getAttribute("href"), address).href;
      }
    }
    return parts;
  }

  customElements.define("td-compare", Compare);
})();
