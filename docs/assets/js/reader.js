/* What a reader of this site uses of the theme's script, without the rest of it: colors, the
   search box, copy buttons, linked tabs, the contents, printing. No page needs it to be read. */
(() => {
  "use strict";

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const here = document.currentScript.src;

  /* ---- Colors: as the system, light, dark; the choice is kept ---- */

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const inputs = all("[name=__palette]");
  const labels = all("[data-md-component=palette] label");

  function paint() {
    const index = Math.max(0, inputs.findIndex((input) => input.checked));
    const { mdColorMedia: media } = inputs[index].dataset;
    const named = dark.matches ? "slate" : "default";
    const scheme = /: /.test(media) ? inputs[index].dataset.mdColorScheme : named;
    document.body.setAttribute("data-md-color-scheme", scheme);
    document.body.setAttribute("data-md-color-media", media);
    labels.forEach((label, i) => { label.hidden = i !== index; });
    return { index, color: { media, scheme, primary: "custom", accent: "custom" } };
  }

  if (inputs.length) {
    const kept = __md_get("__palette");
    (inputs[kept ? kept.index : 0] || inputs[0]).checked = true;
    paint();
    dark.addEventListener("change", paint);
    for (const input of inputs) {
      input.addEventListener("change", () => __md_set("__palette", paint()));
    }
  }

  /* ---- Search: the box is here, the rest comes when somebody turns to it ---- */

  const toggle = document.getElementById("__search");
  const { query } = (document.forms.search || {}).elements || {};
  let asked = false;

  function fetchSearch() {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = new URL("search.js", here);
    document.head.append(script);
  }

  function openSearch() {
    fetchSearch();
    toggle.checked = true;
    query.focus();
  }

  function closeSearch() {
    toggle.checked = false;
    query.blur();
  }

  const isTyping = ({ tagName, type, isContentEditable }) => isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(tagName) || (tagName === "INPUT" && !/radio|checkbox/.test(type));

  if (query) {
    query.addEventListener("focus", openSearch);
    toggle.addEventListener("change", () => { if (toggle.checked) openSearch(); });
    document.addEventListener("pointerdown", ({ target }) => {
      if (toggle.checked && !target.closest(".md-search, [data-td-opens], #__search")) closeSearch();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && toggle.checked) closeSearch();
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!["/", "f", "s"].includes(event.key)) return;
      event.preventDefault();
      openSearch();
    });
    const given = new URLSearchParams(location.search);
    if (given.has("q")) {
      query.value = given.get("q");
      openSearch();
    } else if (given.has("h")) fetchSearch();
  }

  /* ---- Code: a button that copies, and a tab stop where it scrolls ---- */

  const notice = document.querySelector(".md-dialog");

  function tell(words) {
    notice.setAttribute("role", "status");
    notice.firstElementChild.textContent = words;
    notice.classList.add("md-dialog--active");
    setTimeout(() => notice.classList.remove("md-dialog--active"), 2000);
  }

  async function copy(code) {
    await navigator.clipboard.writeText(code.textContent.trimEnd());
    tell("Copied to clipboard");
  }

  for (const code of all("pre > code")) {
    const button = document.createElement("button");
    button.className = "td-copy";
    button.type = "button";
    button.title = "Copy to clipboard";
    button.setAttribute("aria-label", "Copy to clipboard");
    button.addEventListener("click", () => copy(code));
    code.before(button);
  }

  function reachScrollers() {
    for (const part of all("pre > code")) {
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
      else part.removeAttribute("tabindex");
    }
  }

  new ResizeObserver(reachScrollers).observe(document.body);

  /* ---- Tabs: one choice for all sets, kept ---- */

  const words = (input) => document.querySelector(`label[for="${input.id}"]`).textContent.trim();
  const tabs = all(".tabbed-set > input");

  function chooseTabs(label, except) {
    for (const input of tabs) {
      if (input.parentNode !== except && words(input) === label) input.checked = true;
    }
  }

  for (const input of tabs) {
    input.addEventListener("change", () => {
      const top = input.parentNode.getBoundingClientRect().top;
      const label = words(input);
      chooseTabs(label, input.parentNode);
      scrollBy({ top: input.parentNode.getBoundingClientRect().top - top, behavior: "instant" });
      const others = (__md_get("__tabs") || []).filter((each) => each !== label);
      __md_set("__tabs", [label, ...others].slice(0, 9));
    });
  }
  for (const label of [...(__md_get("__tabs") || [])].reverse()) chooseTabs(label);

  /* ---- An anchor may lie in something closed, or lead on to where its content is now ---- */

  const FORMER = ".td-moved li, .td-seen td, .td-questions li";

  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // somebody cut the address off within a character
    }
  }

  function reveal() {
    const target = document.getElementById(named());
    if (!target) return;
    if (target.matches(FORMER)) location.replace(target.querySelector("a").href);
    let opened = false;
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS" && !part.open) opened = part.open = true;
      if (part.classList.contains("tabbed-block")) {
        const input = part.closest(".tabbed-set").children[[...part.parentNode.children].indexOf(part)];
        if (!input.checked) opened = input.checked = true;
      }
    }
    if (opened) target.scrollIntoView();
  }

  window.addEventListener("hashchange", reveal);
  reveal();

  /* ---- Contents: mark where the reader is ---- */

  const entries = all(".md-nav--secondary a[href^='#']").map((link) =>
    ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ heading }) => heading);
  let drawn = false;

  function follow() {
    drawn = false;
    const limit = 0.25 * innerHeight;
    const passed = entries.filter(({ heading }) => heading.getBoundingClientRect().top < limit);
    const now = passed[passed.length - 1];
    for (const entry of entries) {
      entry.link.classList.toggle("md-nav__link--active", entry === now);
      entry.link.classList.toggle("md-nav__link--passed", entry !== now && passed.includes(entry));
    }
    const box = now && now.link.closest(".md-sidebar__scrollwrap");
    if (!box || box.scrollHeight <= box.clientHeight) return;
    const offset = now.link.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (offset < 0 || offset > box.clientHeight - 48) box.scrollTop += offset - box.clientHeight / 2;
  }

  if (entries.length) {
    document.addEventListener("scroll", () => {
      if (!drawn) requestAnimationFrame(follow);
      drawn = true;
    }, { passive: true });
  }

  /* ---- Paper shows what a screen may fold ---- */

  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const part of folded) part.open = true;
  });
  window.addEventListener("afterprint", () => { for (const part of folded) part.open = false; });
})();
