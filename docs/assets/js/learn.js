/* Choose, commit, reveal. Answers stay in this browser; no page needs this script. */
(() => {
  "use strict";
  if (customElements.get("td-predict")) return; // it ran before
  const STORE = "test-drive-answers";
  let kept = {};

  const answers = () => {
    try { return JSON.parse(localStorage.getItem(STORE)) || kept; } catch { return kept; }
  };

  function keep(now) {
    kept = now;
    try { localStorage.setItem(STORE, JSON.stringify(now)); } catch { /* kept */ }
    dispatchEvent(new Event("td-changed"));
  }

  const loaded = new Promise((go) => {
    if (document.readyState !== "loading") go();
    document.addEventListener("DOMContentLoaded", go);
  });

  class Part extends HTMLElement {
    async connectedCallback() {
      await loaded;
      this.onclick = ({ target }) => { if (target.closest("button")) this.press(); };
      const show = () => { if (this.isConnected) this.show(); };
      for (const event of ["td-changed", "storage"]) addEventListener(event, show);
      show();
    }
  }

  class Prediction extends Part {
    get chosen() { return answers()[this.dataset.key]; }

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
      const [yours, right] = [this.chosen, this.dataset.answer].map((n) => "ABCDEF"[n - 1]);
      if (yours === right) return `Right, it is ${right}.`;
      return `Not quite: you chose ${yours}, the answer is ${right}.`;
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
      const right = this.dataset.right?.split(" ");
      if (right) {
        words += `, ${keys.filter((key, i) => now[key] === right[i]).length} right`;
        this.listMissed(now);
      }
      this.querySelector("span").textContent = words;
      for (const mark of document.querySelectorAll("[data-done]")) mark.hidden = !now[mark.dataset.done];
    }

    /* Of this page's questions, or of those that it lists. */
    listMissed(now) {
      const missed = [...document.querySelectorAll("[data-answer]")].filter(
        ({ dataset: { key, answer } }) => now[key] && now[key] !== answer);
      const list = document.querySelector(".td-missed");
      list.innerHTML = missed.map((one) =>
        `<li>${one.querySelector(".more a, li > a").outerHTML}</li>`).join("");
      list.parentElement.hidden = !missed.length;
    }
  }

  customElements.define("td-predict", Prediction);
  customElements.define("td-progress", Progress);
})();
