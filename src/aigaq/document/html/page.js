"use strict";
(() => {
  const table = document.getElementById("table");
  const tools = document.getElementById("tools");
  if (!table || !tools) return;
  const search = document.getElementById("search");
  const status = document.getElementById("shown");
  const boxes = [...tools.querySelectorAll("input[type=checkbox]")];
  const words = JSON.parse(tools.dataset.words);
  const painter = window.Highlight && CSS.highlights ? new Highlight() : null;
  if (painter) CSS.highlights.set("found", painter);

  // Letters that look alike are one letter for the search, so that a Latin i finds a Kazakh і; one for one, so places stay.
  const alike = { a: "а", c: "с", e: "е", o: "о", p: "р", x: "х", y: "у", i: "і", h: "һ", "ё": "е", "–": "-", "—": "-", "‑": "-",
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"' };
  const fold = (text) => text.replace(/./gsu, (sign) => {
    const small = sign.toLowerCase();
    if (/\s/u.test(sign)) return " ";
    return small.length === sign.length ? alike[small] ?? small : sign;
  });

  // The words of a row: its cells' text nodes, with where each begins.
  const read = (row) => [...row.cells].map((cell) => {
    const nodes = [];
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    let text = "";
    let before = null;
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const paragraph = node.parentElement.closest("p");
      if (before && paragraph !== before) text += "\n";
      before = paragraph;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    return { text: fold(text).replaceAll("\n", " "), nodes };
  });
  const rows = [...table.querySelectorAll("tr.row")].map((element) => ({
    element, cells: read(element), tags: (element.dataset.tags || "").split(" "),
  }));
  const all = [...table.querySelectorAll("tr")].filter((row) => row.parentElement.tagName === "TBODY");

  const paint = (cell, query) => {
    for (let at = cell.text.indexOf(query); at >= 0; at = cell.text.indexOf(query, at + query.length)) {
      const range = new Range();
      const place = (offset) => {
        const found = cell.nodes.findLast((entry) => entry.start <= offset) ?? cell.nodes[0];
        return [found.node, Math.min(offset - found.start, found.node.length)];
      };
      const [last, rest] = place(at + query.length - 1);
      range.setStart(...place(at));
      range.setEnd(last, Math.min(rest + 1, last.length));
      painter.add(range);
    }
  };

  // Within a group of filters any may hold; the groups must all hold.
  const chosen = () => [...tools.querySelectorAll("fieldset")]
    .map((set) => [...set.querySelectorAll("input:checked")].map((box) => box.value)).filter((values) => values.length);

  const headings = () => {
    let open = [];
    for (const row of all.slice().reverse()) {
      if (!row.classList.contains("group")) {
        if (!row.hidden) open = [true, true, true, true, true, true, true, true];
        continue;
      }
      const level = Number(/level(\d+)/.exec(row.className)[1]);
      row.hidden = !open[level];
      for (let deeper = level; deeper < 8; deeper += 1) open[deeper] = false;
    }
  };

  const apply = () => {
    const query = fold(search.value.trim().replace(/\s+/gu, " "));
    const filters = chosen();
    let shown = 0;
    if (painter) painter.clear();
    for (const row of rows) {
      const fits = filters.every((values) => values.some((value) => row.tags.includes(value)))
        && (!query || row.cells.some((cell) => cell.text.includes(query)));
      row.element.hidden = !fits;
      if (!fits) continue;
      shown += 1;
      if (painter && query) row.cells.forEach((cell) => paint(cell, query));
    }
    headings();
    status.textContent = shown ? words.shown.replace("{shown}", shown).replace("{all}", rows.length) : words.none;
  };

  const clear = () => {
    search.value = "";
    boxes.forEach((box) => { box.checked = false; });
    apply();
  };

  const step = (by) => {
    const visible = rows.map((row) => row.element).filter((row) => !row.hidden);
    const here = visible.indexOf(document.activeElement.closest?.("tr.row"));
    const next = here < 0 ? firstInView(visible) : visible[here + by];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  const firstInView = (visible) => visible.find((row) => row.getBoundingClientRect().bottom > 80) ?? visible[0];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target === search;
    const onRow = event.target.matches?.("tr.row");
    if (event.key === "Escape") {
      clear();
      if (typing) search.blur();
    } else if (typing && event.key === "Enter") {
      search.blur();
      step(1);
    } else if (typing) {
      return;
    } else if (event.key === "/" || event.code === "Slash" && !event.shiftKey && event.key === ".") {
      search.focus();
      search.select();
    } else if (event.code === "KeyJ" || onRow && event.key === "ArrowDown") step(1);
    else if (event.code === "KeyK" || onRow && event.key === "ArrowUp") step(-1);
    else return;
    event.preventDefault();
  });
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("change", apply);
  search.addEventListener("input", apply);
  document.getElementById("clear").addEventListener("click", () => { clear(); search.focus(); });
  // A link to a row that a filter hides shows the row.
  window.addEventListener("hashchange", () => {
    const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (aim?.hidden) { clear(); aim.scrollIntoView(); }
  });
  tools.hidden = false;
  apply();
})();
