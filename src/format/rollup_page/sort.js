
"use strict";
// Makes the heads of tables into buttons that sort the rows. Without it the tables are whole, in the
// order that they were written in. No "less than" and no ampersand: the page is XML as well.
(() => {
  const texts = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = cell => {
    const value = cell.dataset.v;
    if (value === undefined) return cell.textContent.trim();
    return value === "" ? null : Number(value);
  };
  // What is not known stays last, whichever way.
  const compare = (a, b, sign) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return sign * (typeof a === "number" ? a - b : texts.compare(a, b));
  };
  const sort = (table, heads, head) => {
    const now = head.getAttribute("aria-sort");
    const first = head.dataset.first || "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const next = now === first ? other : first;
    for (const each of heads) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", next);
    const body = table.tBodies[0];
    const column = heads.indexOf(head);
    const sign = next === "ascending" ? 1 : -1;
    const rows = Array.from(body.rows, row => [key(row.cells[column]), row]);
    rows.sort(([a], [b]) => compare(a, b, sign));
    const sorted = document.createDocumentFragment();
    for (const [, row] of rows) sorted.append(row);
    body.append(sorted);
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = Array.from(table.tHead.rows[0].cells);
    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(table, heads, head));
    }
  }
  for (const hint of document.querySelectorAll(".sort-hint")) hint.hidden = false;
})();
