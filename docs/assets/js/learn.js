/* Choose, commit, reveal. Answers stay in this browser; no page needs this script. */
(() => {
  "use strict";
  const STORE = "test-drive-answers";
  const CHANGED = "td-changed";
  let kept = {};

  const answers = () => {
    try { return JSON.parse(localStorage.getItem(STORE)) || kept; } catch { return kept; }
  };

  function keep(now) {
    kept = now;
    try { localStorage.setItem(STORE, JSON.stringify(now)); } catch { /* kept */ }
    document.dispatchEvent(new Event(CHANGED));
  }

  const loaded = new Promise((go) => { document.addEventListener("DOMContentLoaded", go); });

  class Part extends HTMLElement {
    connectedCallback() { loaded.then(() => this.begin()); }

    begin() {
      this.addEventListener("click", ({ target }) => { if (target.closest("button")) this.press(); });
      document.addEventListener(CHANGED, () => this.show());
      window.addEventListener("storage", () => this.show());
      this.show();
    }
  }

  class Prediction extends Part {
    get chosen() { return answers()[this.dataset.key]; }

    get missed() { return this.chosen !== this.dataset.answer; }

    press() {
      const now = answers();
      const picked = this.querySelector("input:checked");
      if (!this.chosen && !picked) return this.say("Choose an answer first.");
      if (this.chosen) delete now[this.dataset.key];
      else now[this.dataset.key] = picked.value;
      keep(now);
      return this.say(this.verdict());
    }

    verdict() {
      if (!this.chosen) return "Choose again.";
      const letter = (value) => "ABCDEF"[value - 1];
      const right = letter(this.dataset.answer);
      if (!this.missed) return `Right, it is ${right}.`;
      return `Not quite: you chose ${letter(this.chosen)}, the answer is ${right}.`;
    }

    say(words) { this.querySelector("[role=status]").textContent = words; }

    show() {
      const { chosen } = this;
      if (chosen === this.shown) return;
      this.shown = chosen;
      this.toggleAttribute("data-answered", Boolean(chosen));
      this.querySelector("button").textContent = chosen ? "Try again" : "Check my answer";
      this.say("");
      for (const choice of this.querySelectorAll(".choice")) this.mark(choice, chosen);
    }

    mark(choice, chosen) {
      const input = choice.querySelector("input");
      const isChosen = input.value === chosen;
      const isRight = Boolean(chosen) && input.value === this.dataset.answer;
      input.checked = isChosen;
      input.disabled = Boolean(chosen);
      choice.classList.toggle("is-right", isRight);
      choice.classList.toggle("is-wrong", isChosen && !isRight);
      choice.querySelector("details").open = isChosen || isRight;
    }
  }

  class Progress extends Part {
    get keys() { return this.dataset.keys.split(" "); }

    press() {
      const now = answers();
      for (const key of this.keys) delete now[key];
      keep(now);
    }

    show() {
      const now = answers();
      const { keys } = this;
      const done = keys.filter((key) => now[key]).length;
      this.querySelector("progress").value = done;
      let words = `${done} of ${keys.length} ${this.dataset.unit}`;
      if ("scored" in this.dataset) words += `, ${done - this.listMissed()} right`;
      this.querySelector("span").textContent = words;
      for (const mark of document.querySelectorAll("[data-done]")) mark.hidden = !now[mark.dataset.done];
    }

    /* Links the rows of those missed; returns how many. */
    listMissed() {
      const asked = [...document.querySelectorAll("td-predict")];
      const missed = asked.filter((one) => one.chosen && one.missed);
      const list = document.querySelector(".td-missed");
      list.replaceChildren(...missed.map((question) => {
        const item = document.createElement("li");
        item.append(question.querySelector(".more a").cloneNode(true));
        return item;
      }));
      list.parentElement.hidden = missed.length === 0;
      return missed.length;
    }
  }

  customElements.define("td-predict", Prediction);
  customElements.define("td-progress", Progress);
})();
