/* Five small jobs beside reader.js. */
(() => {
  "use strict";

  /* 1. The drawer and the search are checkboxes in the theme: give the keyboard real buttons. */
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

  /* 2. Tables. Cards on phones change the display of table parts, which some browsers take for
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

  function settle() {
    nameRoles();
    requestAnimationFrame(reachScrollers);
  }

  phone.addEventListener("change", settle);
  window.addEventListener("resize", reachScrollers);
  window.addEventListener("load", settle);
  new MutationObserver(settle).observe(document.body, { childList: true });

  /* 3. Keys. Single letters do something here; "?" lists them, and whoever dictates or has
     other uses for a letter turns them off (WCAG 2.1.4). */
  const KEYS = [
    [["/", "s"], "Search"], [["↑", "↓"], "Walk through the results"], [["Enter"], "Open a result"],
    [["n", "."], "Next page"], [["p", ","], "Previous page"],
    [["?"], "This list"], [["Esc"], "Close what is open"],
  ];
  let list;
  let areOn = true;
  try { areOn = localStorage.getItem("td-keys") !== "off"; } catch { /* no storage: keys are on */ }

  function makeList() {
    list = document.createElement("dialog");
    list.className = "td-keys md-typeset";
    list.closedBy = "any";
    list.setAttribute("aria-labelledby", "td-keys");
    const rows = KEYS.map(([keys, does]) =>
      `<div><dt><kbd>${keys.join("</kbd> <kbd>")}</kbd></dt><dd>${does}</dd></div>`);
    list.innerHTML = `<h2 id="td-keys">Keyboard shortcuts</h2><dl>${rows.join("")}</dl>` +
      '<p><label><input type="checkbox"> Single keys are shortcuts</label></p>' +
      '<button type="button" class="md-button">Close</button>';
    const box = list.querySelector("input");
    box.checked = areOn;
    box.addEventListener("change", () => {
      areOn = box.checked;
      try { localStorage.setItem("td-keys", areOn ? "on" : "off"); } catch { /* this page only */ }
    });
    list.querySelector("button").addEventListener("click", () => list.close());
    document.body.append(list);
  }

  function showList() {
    if (!list) makeList();
    if (!list.open) list.showModal();
  }

  function walk(way) {
    const link = document.querySelector(`link[rel=${way}]`);
    if (link) location.assign(link.href);
  }

  window.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const types = target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
    if (types || key.length > 1 || ctrlKey || metaKey || altKey) return;
    if (!areOn || list?.open) event.stopPropagation();
    else if (key === "?") showList();
    else if ("n.".includes(key)) walk("next");
    else if ("p,".includes(key)) walk("prev");
  }, true);
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-td-keys]")) showList();
  });

  /* 4. Where a page is missing, the words of its address are looked for. */
  const lost = document.querySelector("[data-td-lost]");
  if (lost) {
    const name = location.pathname.replace(/(\/|index\.html)+$/, "").split("/").pop();
    const words = name.replace(/%[\da-f]{2}|\.\w+$|[-_+]+/gi, " ").trim();
    if (words) lost.textContent = `Search for \u201c${words}\u201d`;
    lost.addEventListener("click", () => {
      const { query } = document.forms.search.elements;
      query.value = words;
      query.focus();
    });
  }

  /* 5. The way up, once the title is out of sight. */
  const up = document.querySelector(".td-up");
  const title = document.querySelector("h1");
  if (up && title) new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
    up.hidden = isIntersecting || boundingClientRect.top > 0;
  }).observe(title);
})();
