"use strict";
(() => {
  const {tables, quotes, quoted} = JSON.parse(document.getElementById("data").textContent);
  const AT_ONCE = 100;

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const plain = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  const isNumber = (value) => typeof value === "number";
  // Signs that force a direction would turn round what stands behind them on the same line.
  const undirected = (text) => String(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
  const shown = (value, column) =>
    isNumber(value) ? (column.startsWith("share") ? `${Math.round(100 * value)} %` : value.toLocaleString("en")) : undirected(value);
  const isDay = (value) => /^\d{4}-\d\d(?:-\d\d)?$/.test(value);
  const compare = (one, other) =>
    isNumber(one) && isNumber(other) ? one - other : String(one).localeCompare(String(other), "en", {numeric: true});

  const csvCell = (value) => {
    const text = String(value);
    const safe = !isNumber(value) && /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const download = (name, rows) => {
    // Behind a byte order mark Excel reads UTF-8 as what it is.
    const lines = ["\ufeff", ...rows.map((row) => row.map(csvCell).join(",") + "\n")];
    const url = URL.createObjectURL(new Blob(lines, {type: "text/csv;charset=utf-8"}));
    make("a", {href: url, download: `${name}.csv`}).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };

  // A table of which a hundred rows are in the page at once, however many there are.
  const section = ({id, heading, columns, rows}) => {
    const all = rows.map((row, place) => ({row, place, text: plain(row.join(" "))}));
    const state = {by: -1, down: true, most: AT_ONCE};
    const body = make("tbody");
    const count = make("span", {className: "count", role: "status"});
    const filter = make("input", {type: "search", placeholder: "Filter", ariaLabel: `Filter: ${heading}`});
    const more = make("button", {type: "button", textContent: "Show more"});
    const heads = columns.map((column, place) => {
      const button = make("button", {type: "button", textContent: column});
      const head = make("th", {scope: "col", className: isNumber(rows[0][place]) ? "number" : ""}, button);
      button.addEventListener("click", () => {
        const first = isNumber(rows[0][place]);
        state.down = state.by === place ? !state.down : first;
        state.by = place;
        draw();
      });
      return head;
    });
    const found = () => {
      const words = plain(filter.value).split(/\s+/).filter(Boolean);
      const kept = all.filter(({text}) => words.every((word) => text.includes(word)));
      if (state.by >= 0) {
        kept.sort((one, other) => (state.down ? -1 : 1) * compare(one.row[state.by], other.row[state.by]) || one.place - other.place);
      }
      return kept;
    };
    const cells = ({row, place}) =>
      row.map((value, column) => {
        const content = shown(value, columns[column]);
        const inner = id === "speakers" && column === 0 ? make("a", {href: `#speaker-${place}`, textContent: content}) : content;
        return make("td", {className: isNumber(value) ? "number" : isDay(value) ? "day" : columns[column] === "office" ? "words" : ""}, inner);
      });
    const draw = () => {
      const kept = found();
      heads.forEach((head, place) => {
        if (state.by === place) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      body.replaceChildren(...kept.slice(0, state.most).map((each) => make("tr", {}, ...cells(each))));
      count.textContent = `${Math.min(kept.length, state.most).toLocaleString("en")} of ${kept.length.toLocaleString("en")}`;
      more.hidden = kept.length <= state.most;
    };
    filter.addEventListener("input", () => { state.most = AT_ONCE; draw(); });
    more.addEventListener("click", () => { state.most += AT_ONCE; draw(); });
    const csv = make("button", {type: "button", textContent: "CSV"});
    csv.addEventListener("click", () => download(id, [columns, ...found().map(({row}) => row)]));
    csv.setAttribute("aria-label", `CSV: ${heading}`);
    draw();
    const title = make("h2", {id: `${id}-heading`, textContent: heading});
    const scroll = make("div", {className: "scroll", tabIndex: 0}, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body));
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-labelledby", title.id);
    return make("section", {id}, title, make("div", {className: "tools"}, filter, count, csv), scroll, more);
  };

  // Only addresses of the web become links: others may run a script.
  const isWeb = (url) => /^https?:\/\//i.test(url || "");
  const place = (url, content) => {
    const words = content.split(" … ")[0].replace(/["“”‘’']/g, "").trim().split(/\s+/).slice(0, 8).join(" ");
    return `${url.split("#")[0]}#:~:text=${encodeURIComponent(words)}`;
  };
  const entry = (at) => {
    const {article, url, headline, publisher, day, kind, cue, source, content, confidence, rule, start} =
      Object.fromEntries(Object.entries(quotes).map(([name, values]) => [name, values[at]]));
    const name = undirected(headline || article);
    const where = isWeb(url) ? make("a", {href: place(url, content), rel: "noreferrer", textContent: name}) : name;
    const facts = [publisher, day, `${headline ? `${article}, ` : ""}character ${start}`, kind, source && `“${source}”`, cue, `${Math.round(100 * confidence)} %`, rule];
    return make("li", {className: confidence < 0.6 ? "unsure" : ""},
      make("blockquote", {textContent: content}), make("p", {}, where, " · ", undirected(facts.filter(Boolean).join(" · "))));
  };

  const overview = document.getElementById("overview");
  const page = document.getElementById("speaker");
  const speakers = tables.find(({id}) => id === "speakers");
  const showSpeaker = (number) => {
    const row = speakers.rows[number];
    const said = quoted[number];
    const list = make("ol", {className: "quotes"});
    let most = 0;
    const more = make("button", {type: "button", textContent: "Show more"});
    const draw = () => {
      list.append(...said.slice(most, most + AT_ONCE).map(entry));
      most += AT_ONCE;
      more.hidden = said.length <= most;
    };
    more.addEventListener("click", draw);
    draw();
    const csv = make("button", {type: "button", textContent: "CSV"});
    csv.addEventListener("click", () => {
      const names = Object.keys(quotes);
      download("quotes", [names, ...said.map((at) => names.map((name) => quotes[name][at] ?? ""))]);
    });
    const [kind, office, organisation, pronouns] = ["kind", "office", "organisation", "pronouns"].map((column) => row[speakers.columns.indexOf(column)]);
    const facts = undirected([kind, office, organisation, kind === "person" && `pronouns: ${pronouns}`].filter(Boolean).join(" · "));
    const heading = make("h2", {textContent: undirected(row[0]), tabIndex: -1});
    page.replaceChildren(make("p", {}, make("a", {href: "#", textContent: "← All"})), heading,
      make("p", {className: "count", textContent: `${facts} · ${said.length.toLocaleString("en")} quote${said.length === 1 ? "" : "s"}`}),
      make("div", {className: "tools"}, csv), list, more);
    page.hidden = false;
    overview.hidden = true;
    heading.focus();
  };
  const route = () => {
    const match = /^#speaker-(\d+)$/.exec(location.hash);
    if (match && speakers && speakers.rows[match[1]]) { showSpeaker(Number(match[1])); return; }
    page.hidden = true;
    overview.hidden = false;
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target) target.scrollIntoView();
  };

  document.getElementById("tables").replaceChildren(...tables.map(section));
  document.getElementById("ways").append(...tables.map(({id, heading}) => make("a", {href: `#${id}`, textContent: heading})));
  addEventListener("hashchange", route);
  route();
})();
