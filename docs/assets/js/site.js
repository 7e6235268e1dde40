/* Three small jobs, loaded before the theme's own script. */
(() => {
  "use strict";

  /* 1. No search byte before a search. The theme fetches its index and its worker on arrival;
     both are held until the reader turns to the search box. Should the theme ever load them
     another way, search works as before, only earlier. */
  let begin;
  const begun = new Promise((resolve) => { begin = resolve; });
  const NativeWorker = window.Worker;
  const NativeRequest = window.XMLHttpRequest;

  class HeldWorker extends EventTarget {
    constructor(url, options) {
      super();
      const address = new URL(url, location.href);
      this.worker = begun.then(() => {
        const worker = new NativeWorker(address, options);
        worker.addEventListener("message", ({ data }) => {
          this.dispatchEvent(new MessageEvent("message", { data }));
        });
        return worker;
      });
    }

    postMessage(message) { this.worker.then((worker) => worker.postMessage(message)); }

    terminate() { this.worker.then((worker) => worker.terminate()); }
  }

  class HeldRequest extends NativeRequest {
    open(method, url, ...rest) {
      this.isHeld = /\/search_index\.json$/.test(url);
      super.open(method, url, ...rest);
    }

    send(body) {
      if (this.isHeld) begun.then(() => super.send(body));
      else super.send(body);
    }
  }

  window.Worker = HeldWorker;
  window.XMLHttpRequest = HeldRequest;

  const asksForSearch = ({ target }) => target.id === "__search" || target.name === "query";
  for (const type of ["focusin", "change", "input"]) {
    document.addEventListener(type, (event) => { if (asksForSearch(event)) begin(); });
  }
  if (/[?&][hq]=/.test(location.search)) begin();

  /* 2. The drawer and the search are checkboxes in the theme: give the keyboard real buttons. */
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-td-opens]");
    if (!button) return;
    document.getElementById(button.dataset.tdOpens).click();
    if (button.dataset.tdOpens === "__search") document.forms.search.elements.query.focus();
  });
  document.addEventListener("keydown", ({ key }) => {
    const drawer = document.getElementById("__drawer");
    if (key === "Escape" && drawer.checked) drawer.click();
  });

  /* 3. Tables. Cards on phones change the display of table parts, which some browsers take for
     a change of meaning: say the roles. What scrolls must be reachable by keyboard. */
  const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  const roleOf = (part) => ROLES[part.tagName] ||
    (part.scope === "row" ? "rowheader" : "columnheader");
  const phone = matchMedia("(max-width: 37.5em)");

  function nameRoles() {
    if (!phone.matches) return;
    for (const part of document.querySelectorAll(
      ".td-table :is(table, thead, tbody, tr, th, td)")) {
      part.setAttribute("role", roleOf(part));
    }
  }

  function reachScrollers() {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
      else wrap.removeAttribute("tabindex");
    }
  }

  /* The theme puts each copy button into a navigation landmark of its own: too many, unnamed. */
  function dropCopyLandmarks() {
    for (const part of document.querySelectorAll(".md-code__nav")) part.setAttribute("role", "none");
  }

  function settle() {
    nameRoles();
    requestAnimationFrame(() => { reachScrollers(); dropCopyLandmarks(); });
  }

  phone.addEventListener("change", settle);
  window.addEventListener("resize", reachScrollers);
  window.addEventListener("load", settle);
  new MutationObserver(settle).observe(document.body, { childList: true });
})();
