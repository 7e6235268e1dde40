/* Ranks the frameworks by the reader's needs, from the rules that stand as facts on the same
   page; the answers live in the address. macros/chooser.py computes the same. */
(() => {
  "use strict";
  if (customElements.get("td-chooser")) return; // a page brought without a visit runs it again

  const USUAL = "matters";
  const MOST = 3;
  const SHOWN_FLIPS = 3;

  const make = (tag, textContent = "", more = {}) =>
    Object.assign(document.createElement(tag), { textContent, ...more });
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const listed = (names) => names.join(", ").replace(/, ([^,]*)$/, " and $1");
  const counted = (points) => `${points} ${points === 1 ? "point" : "points"}`;

  class Chooser extends HTMLElement {
    connectedCallback() {
      if (this.form) return;
      this.form = this.querySelector("form");
      this.places = [...this.querySelectorAll("[data-framework]")];
      this.names = this.places.map((place) => place.querySelector(".fw").textContent.trim());
      this.facts = JSON.parse(document.getElementById("chooser-facts").textContent);
      this.questions = [...this.form.querySelectorAll("[data-question]")]
        .map((set) => readQuestion(set, this.facts.rules));
      const steps = [...this.form.querySelector(".td-weight").querySelectorAll("input")];
      this.times = Object.fromEntries(
        steps.map((step) => [step.value, Number(step.dataset.times)]));
      this.words = Object.fromEntries(
        steps.map((step) => [step.value, step.parentNode.textContent.trim()]));
      this.form.addEventListener("change", (event) => this.changed(event));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.querySelector("button").addEventListener("click", () => this.go({}));
      this.addEventListener("click", (event) => this.followed(event));
      for (const type of ["popstate", "pageshow"]) {
        window.addEventListener(type, () => { if (this.isConnected) this.restore(); });
      }
      this.querySelector(".td-why").open = matchMedia("(min-width: 60em)").matches;
      this.restore();
    }

    /* ---- The answers: form, address, and back ---- */

    changed({ target }) {
      const question = target.closest("[data-question]").dataset.question;
      const method = question === this.last ? "replaceState" : "pushState";
      this.last = question;
      history[method](null, "", this.address(this.answers()));
      this.show();
    }

    followed(event) {
      const link = event.target.closest(".td-flips a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation(); // what follows links without a visit listens above
      this.go(link.answers);
    }

    go(answers) {
      history.pushState(null, "", this.address(answers));
      this.restore();
      this.querySelector("#fit-title").focus();
    }

    answers() {
      const data = new FormData(this.form);
      return Object.fromEntries(this.questions.map(({ id }) =>
        [id, { option: data.get(id) || "", weight: data.get(`${id}-weight`) }]));
    }

    address(answers) {
      const address = new URL(location.href);
      address.hash = "";
      for (const { id } of this.questions) address.searchParams.delete(id);
      for (const { id } of this.questions) {
        const { option = "", weight = USUAL } = answers[id] || {};
        const value = option + (weight === USUAL ? "" : `.${weight}`);
        if (value) address.searchParams.set(id, value);
      }
      return address.pathname + address.search;
    }

    restore() {
      const given = new URLSearchParams(location.search);
      for (const { id } of this.questions) {
        const [option, weight] = (given.get(id) || "").split(".");
        check(this.form.elements[id], option);
        check(this.form.elements[`${id}-weight`], Object.hasOwn(this.times, weight) ? weight : USUAL);
      }
      this.last = null;
      this.show();
    }

    /* ---- The points: the same as in macros/chooser.py ---- */

    chosen(answers) {
      return this.questions.flatMap(({ id, options }) => {
        const option = options.find((each) => each.id === answers[id].option);
        const times = this.times[answers[id].weight];
        return option && option.rows.length && times ? [{ ...option, times }] : [];
      });
    }

    score(answers) {
      const chosen = this.chosen(answers);
      return this.names.map((_, i) =>
        sum(chosen.map(({ times, points }) => times * points[i])));
    }

    flips(answers) {
      const before = this.score(answers);
      const first = leaders(before).join();
      if (!first) return [];
      return this.changes(answers).map((change) => {
        const after = this.score({ ...answers, [change.question.id]: change.answer });
        const moved = sum(after.map((points, i) => Math.abs(points - before[i])));
        return { ...change, moved, leaders: leaders(after) };
      }).filter((flip) => flip.leaders.length && flip.leaders.join() !== first)
        .sort((one, other) => one.size - other.size || one.moved - other.moved);
    }

    changes(answers) {
      const steps = Object.keys(this.times);
      return this.questions.flatMap((question) => {
        const { option: now, weight } = answers[question.id];
        const weights = now ? steps.filter((step) => step !== weight).map((step) => ({
          question,
          answer: { option: now, weight: step },
          size: Math.abs(steps.indexOf(step) - steps.indexOf(weight)),
        })) : [];
        const others = question.options.filter(({ id }) => id !== now).map((option) => ({
          question, option, answer: { option: option.id, weight }, size: now ? 3 : 4,
        }));
        return [...weights, ...others];
      });
    }

    /* ---- What the reader sees ---- */

    show() {
      const answers = this.answers();
      const scores = this.score(answers);
      const possible = 3 * MOST * sum(this.chosen(answers).map(({ times }) => times));
      this.rank(scores, possible);
      this.querySelector("[role=status]").textContent = this.verdict(answers, scores, possible);
      this.showFlips(answers);
      this.explain(answers, scores);
      this.querySelector(".td-share").href = this.address(answers);
    }

    rank(scores, possible) {
      const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
      for (const i of order) {
        const place = this.places[i];
        place.value = 1 + scores.filter((points) => points > scores[i]).length;
        place.querySelector(".td-points").textContent = scores[i];
        const share = possible ? (100 * scores[i]) / possible : 0;
        place.querySelector(".td-full").setAttribute("width", `${share}%`);
        place.parentNode.append(place);
      }
      this.querySelector(".td-now").textContent = possible
        ? order.map((i) => `${this.names[i]} ${scores[i]}`).join(" · ") : "See what fits";
    }

    verdict(answers, scores, possible) {
      const first = leaders(scores);
      if (!first.length) {
        return Object.values(answers).some(({ option }) => option)
          ? "These answers ask for nothing that a row gives: nothing to rank."
          : "Answer a question, and the three are ranked here.";
      }
      const most = scores[first[0]];
      const names = listed(first.map((i) => this.names[i]));
      const of = `${most} of ${counted(possible)}`;
      if (first.length > 1) return `A tie: ${names} fit these needs equally, with ${of} each.`;
      const next = Math.max(...scores.filter((points) => points < most));
      const behind = this.names.filter((_, i) => scores[i] === next);
      return `${names} fits these needs closest: ${of}, ${most - next} ahead of ${listed(behind)}.`;
    }

    showFlips(answers) {
      const box = this.querySelector(".td-flips");
      const flips = this.flips(answers);
      box.hidden = !leaders(this.score(answers)).length;
      box.querySelector("ul").replaceChildren(
        ...flips.slice(0, SHOWN_FLIPS).map((flip) => this.flipItem(answers, flip)));
      const all = this.changes(answers).length;
      box.querySelector("p").textContent = flips.length
        ? `${flips.length} of ${all} single changes would change the first place; these are ` +
          "the smallest."
        : `None of ${all} single changes of an answer or a weight changes the first place.`;
    }

    flipItem(answers, { question, option, answer, leaders: first }) {
      const item = make("li");
      const link = make("a", option
        ? `If “${question.ask}” were answered “${option.label}”`
        : `If the weight of “${question.ask}” were “${this.words[answer.weight]}”`);
      link.answers = { ...answers, [question.id]: answer };
      link.href = this.address(link.answers);
      const names = listed(first.map((i) => this.names[i]));
      item.append(link, first.length > 1 ? `, ${names} would tie.` : `, ${names} would fit closest.`);
      return item;
    }

    explain(answers, scores) {
      const why = this.querySelector(".td-why");
      const chosen = this.chosen(answers);
      why.hidden = !chosen.length;
      for (const body of why.querySelectorAll("tbody")) body.remove();
      why.querySelector("tfoot").before(...chosen.map((need) => this.explained(need)));
      why.querySelectorAll("tfoot td").forEach((cell, i) => {
        cell.replaceChildren(make("b", counted(scores[i])));
      });
    }

    /* The rows of a chosen need, each point times the weight. */
    explained({ label, rows, times }) {
      const head = make("tr", "", { className: "td-group" });
      head.append(make("th", label, { scope: "rowgroup", colSpan: this.names.length + 1 }));
      const body = make("tbody");
      body.append(head, ...rows.map((row) => this.line(row, times)));
      return body;
    }

    line(row, times) {
      const line = make("tr");
      line.dataset.row = row.id;
      const head = make("th", "", { scope: "row" });
      head.append(row.link.cloneNode(true));
      if (row.reason) head.append(" ", make("small", row.reason));
      line.append(head, ...this.names.map((name, i) => this.cell(row, name, i, times)));
      return line;
    }

    cell(row, name, i, times) {
      const [answer, level, state] = this.facts.rows[row.id][i];
      const points = times * row.points[i];
      const cell = make("td");
      Object.assign(cell.dataset, { label: name, points });
      const proof = make("a", this.facts.states[state].join(" "), {
        className: `state st-${state}`,
        href: proofOf(row.link, this.places[i].dataset.framework),
        ariaLabel: `${this.facts.states[state][1]}: ${row.link.textContent}, ${name}`,
      });
      const reckoned = times > 1 ? ` (${times} × ${row.points[i]})` : "";
      cell.append(
        make("span", answer, { className: "answer" }), " ",
        make("span", this.facts.levels[level], { className: `support s-${level}` }), " ",
        proof, " ", make("b", counted(points) + reckoned, { className: "td-points" }));
      return cell;
    }
  }

  function readQuestion(set, rules) {
    const id = set.dataset.question;
    const radios = [...set.querySelectorAll("input")].filter(({ name }) => name === id);
    return { id, ask: set.querySelector("b").textContent, options: radios.map((radio) => {
      const need = `${id}.${radio.value}`;
      const links = document.querySelectorAll(`[data-need="${need}"] small a`);
      const rows = (rules[need] || []).map(([row, points, reason], i) =>
        ({ id: row, points, reason, link: links[i] }));
      const label = radio.parentNode.textContent.trim();
      const points = (rows[0]?.points || []).map((_, i) => sum(rows.map((row) => row.points[i])));
      return { id: radio.value, label, rows, points };
    }) };
  }

  /* Beside the page of a row's group stands the page of its proofs for each framework. */
  function proofOf({ href }, framework) {
    const page = new URL(href);
    page.pathname = page.pathname.replace(/\/compare\/(\w+)\//, `/evidence/$1/${framework}/`);
    page.hash += `-${framework}`;
    return page.href;
  }

  function leaders(scores) {
    const most = Math.max(...scores);
    return most ? scores.flatMap((points, i) => (points === most ? [i] : [])) : [];
  }

  function check(radios, value) {
    for (const radio of radios) radio.checked = radio.value === value;
  }

  customElements.define("td-chooser", Chooser);
})();
