"""Runs the queries of a document over rows, and compares every number with the roll-up.

    at_scale.py DOCUMENT FOLDER…

A folder holds `rows`, the data set, and `rollup.json`, the roll-up of the same reports. The queries
are the fenced blocks of the document that stand under a comment with their name. Nothing is worked
out here: one side is what DuckDB says, the other what the program wrote.
"""

import json
import os
import re
import sys
from datetime import date, timedelta

import duckdb

TYPES = {
    "text": "VARCHAR",
    "count": "BIGINT",
    "share": "DOUBLE",
    "flag": "BOOLEAN",
    "date": "DATE",
    "moment": "TIMESTAMP WITH TIME ZONE",
}
COUNTS = ["required", "done", "late", "overdue", "waived"]
RATE = [*COUNTS, "percent"]
SPREAD = ["schools", "lowest", "lower_quarter", "median", "highest"]


def plain(value):
    """A value as both sides write it."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return round(float(value), 6)


class Comparison:
    def __init__(self, blocks, folder):
        os.chdir(folder)
        self.folder = os.path.basename(folder)
        self.blocks = blocks
        self.unused = set(blocks) - {"views"}
        self.values = 0
        self.wrong = []
        with open("rollup.json", encoding="utf-8") as file:
            self.rollup = json.load(file)
        self.db = duckdb.connect()
        for views in blocks["views"]:
            self.db.execute(views)
        if self.rollup["week"] == "2022-W09":
            monday = self.rollup["from"]
            self.db.execute(f"CREATE OR REPLACE VIEW asked AS SELECT DATE '{monday}' AS monday")

    def query(self, name):
        """The rows of a query as dictionaries."""
        self.unused.discard(name)
        (block,) = self.blocks[name]
        found = self.db.execute(block)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]

    def same(self, name, said, expected, ordered=True):
        """Compares rows of values; those that have no order of their own are sorted."""
        said = [tuple(map(plain, row)) for row in said]
        expected = [tuple(map(plain, row)) for row in expected]
        if not ordered:
            said.sort(key=repr)
            expected.sort(key=repr)
        self.values += sum(len(row) for row in expected)
        if len(said) != len(expected):
            self.wrong.append(f"{name}: {len(said)} rows, not {len(expected)}")
        for a, b in zip(said, expected):
            if a != b:
                self.wrong.append(f"{name}: the query says {a},\n    the roll-up says {b}")
                break

    def run(self):
        for part in (
            self.columns,
            self.figures,
            self.weeks_and_districts,
            self.requirements,
            self.schools,
            self.cells,
            self.lists,
            self.measures,
            self.versions,
            self.files,
        ):
            part()
        if self.unused:
            self.wrong.append(f"not compared: {sorted(self.unused)}")
        return self.wrong

    def columns(self):
        """The document's tables of columns name every column, in order, with its type."""
        for table in ("items", "schools", "files"):
            found = self.db.execute(f"DESCRIBE {table}").fetchall()
            found = [(name, kind) for name, kind, *_ in found]
            hive = [("week", "VARCHAR"), ("district", "VARCHAR")]
            if table != "files":
                found = [column for column in found if column not in hive]
            self.same(f"columns of {table}", found, self.blocks["columns"][table])

    def figures(self):
        r = self.rollup
        (total,) = self.query("totals")
        findings = r["findings"]
        expected = {
            "week": r["week"],
            "due": r["due"],
            "roster": r.get("roster", {}).get("digest"),
            "schools": r["returns"]["all"],
            **returns(r["returns"]),
            **r["totals"],
            "findings_open": findings["open"],
            "schools_open": findings["schools_open"],
            "findings_past_limit": findings["past_limit"],
            "schools_past_limit": findings["schools_past_limit"],
            "findings_closed": findings["closed"],
            "gates_closed": r["gates_closed"],
        }
        self.same("totals", sorted(total.items()), sorted(expected.items()))
        if "roster" in r:
            self.same("roster", [[total["schools"]]], [[r["roster"]["schools"]]])
        self.same("left-out", values(self.query("left-out"), RATE), values([r["left_out"]], RATE))
        days = ["day", "schools"]
        self.same("as-of", values(self.query("as-of"), days), values(r["as_of"], days))

    def weeks_and_districts(self):
        def lines(key, all):
            return [
                {key: line[key], "due": line.get("due"), "schools": line["returns"]["all"]}
                | returns(line["returns"])
                | line["totals"]
                for line in all
            ]

        r = self.rollup
        counted = ["schools", "reported", "nothing_to_report", "late_schools", "not_reported"]
        keys = ["week", "due", *counted, *RATE]
        weeks = lines("week", r["weeks"])
        self.same("weeks", values(self.query("weeks"), keys), values(weeks, keys))
        keys = ["district", *counted, *RATE]
        districts = lines("district", r["districts"])
        self.same("districts", values(self.query("districts"), keys), values(districts, keys))

    def requirements(self):
        def line(of, names):
            spread = [of["spread"][key] for key in SPREAD]
            return [*names, *(of["rate"][key] for key in RATE), *spread, of.get("left_out", 0)]

        r = self.rollup["requirements"]
        keys = ["checklist", "requirement", "title", *RATE, *SPREAD, "left_out"]
        said = self.query("requirements")
        expected = [line(of, [of["checklist"], of["id"], of["title"]]) for of in r]
        self.same("requirements", values(said, keys), expected)
        in_order = sorted(said, key=lambda of: (of["checklist"], of["position"]))
        columns = [f"{of['checklist']}/{of['requirement']}" for of in in_order]
        self.same("columns", [[name] for name in columns], [[n] for n in self.rollup["columns"]])

        keys = ["checklist", "requirement", "item", "text", *RATE, *SPREAD, "left_out"]
        expected = [
            line(item, [of["checklist"], of["id"], item["id"], item["text"]])
            for of in r
            for item in of["items"]
        ]
        # The roll-up orders the items of a requirement, the query all of them.
        said = values(self.query("items"), keys)
        self.same("items", said, expected, ordered=False)
        for of in r:
            mine = [row[2] for row in said if row[:2] == [of["checklist"], of["id"]]]
            self.same("items' order", [mine], [[item["id"] for item in of["items"]]])

    def schools(self):
        expected = []
        before = []
        for line in self.rollup["schools"]:
            figures = line.get("figures")
            row = {key: line.get(key) for key in ("name", "kind", "district", "contact")}
            row |= {"school": line["id"], "returned": line["returned"]}
            row["change"] = line.get("change")
            if figures:
                signed = figures.get("signed", {})
                keys = ("file", "as_of", "handed_in", "days_late", "inspections", "disagreements")
                row |= {key: figures[key] for key in keys}
                row |= {"signed_by": signed.get("by"), "signed_on": signed.get("on")}
                row |= figures["rate"]
                row["weighted_percent"] = figures.get("weighted_percent")
                for key in ("open", "past_limit", "closed"):
                    row[f"findings_{key}"] = figures["findings"][key]
            expected.append(row)
            before += [{"school": line["id"], **rate} for rate in line.get("before", [])]
        said = self.query("schools")
        keys = list(said[0])
        self.same("schools", values(said, keys), values(expected, keys))
        keys = ["school", "week", "required", "done", "percent"]
        self.same("before", values(self.query("before"), keys), values(before, keys), False)

    def cells(self):
        heat, gates, measures = [], [], []
        for line in self.rollup["schools"]:
            figures = line.get("figures")
            if not figures:
                continue
            cells = figures["requirements"].split(" ")
            for column, cell in zip(self.rollup["columns"], cells, strict=True):
                counts = [int(count) for count in cell.split("/")]
                counts += [0] * (len(COUNTS) - len(counts))
                heat.append([line["id"], *column.split("/", 1), *counts])
            gates += [[line["id"], *gate.split("/", 1)] for gate in figures.get("gates_closed", [])]
            for measure in figures.get("measures", []):
                item = measure["item"].split("/", 1)
                rest = [measure["unit"], measure["value"], measure.get("of")]
                measures.append([line["id"], *item, *rest])
        keys = ["school", "checklist", "requirement", *COUNTS]
        self.same("heat-map", values(self.query("heat-map"), keys), heat, False)
        keys = ["school", "checklist", "item"]
        self.same("gates", values(self.query("gates"), keys), gates, False)
        keys += ["unit", "value", "target"]
        self.same("school-measures", values(self.query("school-measures"), keys), measures, False)

    def lists(self):
        """The schools by how they reported. The query of the schools says it of each."""
        r = self.rollup
        keys = ["school", "name", "district", "contact", "last_reported"]
        expected = [of | {"school": of["id"]} for of in r["not_reported"]]
        said = self.query("not-reported")
        self.same("not-reported", values(said, keys), values(expected, keys))
        shown = self.query("schools")
        keys = ["school", "name", "contact", "handed_in", "days_late"]
        said = [of for of in shown if of["returned"] == "late"]
        expected = [of | {"school": of["id"]} for of in r["late"]]
        self.same("late", values(said, keys), values(expected, keys), False)
        for returned in ("reported", "nothing-to-report"):
            said = [of for of in shown if of["returned"] == returned]
            expected = [of | {"school": of["id"]} for of in r[returned.replace("-", "_")]]
            self.same(returned, values(said, keys[:2]), values(expected, keys[:2]), False)

    def measures(self):
        expected = []
        for of in self.rollup["measures"]:
            checklist, item = of["item"].split("/", 1)
            row = of | {"checklist": checklist, "item": item}
            row |= {"target": of["of"], "to_do": of["left"]}
            pace = of.get("pace")
            if pace:
                row |= {key: pace[key] for key in ("since", "before", "now", "added")}
                row |= {"pace_schools": pace["schools"], "pace_to_do": pace["left"]}
                row["begins_anew"] = pace.get("begins_anew", False)
                row["weeks_left"] = pace.get("weeks_left")
            expected.append(row)
        said = self.query("measures")
        keys = list(said[0])
        self.same("measures", values(said, keys), values(expected, keys))

    def versions(self):
        leading, others, items, schools = [], [], [], []
        for of in self.rollup["versions"]:
            name = of["checklist"]
            leading.append(of)
            for other in of.get("others", []):
                key = [name, other["version"], other["digest"], other["language"]]
                others.append([*key, len(other["schools"]), other["compared"]])
                items += [[*key, left["item"], left["why"]] for left in other.get("left_out", [])]
                items += [[*key, item, "lacks"] for item in other.get("lacks", [])]
                schools += [[*key, school] for school in other["schools"]]
        keys = ["checklist", "title", "version", "digest", "schools"]
        self.same("versions", values(self.query("versions"), keys), values(leading, keys))
        key = ["checklist", "version", "digest", "language"]
        said = values(self.query("other-versions"), [*key, "schools", "compared"])
        self.same("other-versions", said, others)
        said = values(self.query("not-compared"), [*key, "item", "why"])
        self.same("not-compared", said, items, False)
        said = values(self.query("version-schools"), [*key, "school"])
        self.same("version-schools", said, schools)

    def files(self):
        keys = ["found", "accepted", "superseded", "quarantined"]
        said = values(self.query("file-counts"), keys)
        self.same("file-counts", said, values([self.rollup["files"]], keys))
        kept = self.rollup["kept"]
        of, expected = {}, []
        for row in kept["rows"]:
            school, week = row["school"]["id"], row["week"]
            of[school, week] = row["file"]["name"]
            expected.append([*named(row["file"]), "accepted", None, None, school, week])
        for row in kept["superseded"]:
            school, week = row["school"], row["week"]
            by = of[school, week]
            expected.append([*named(row["file"]), "superseded", None, by, school, week])
        for row in kept["quarantined"]:
            why = row["reason"]["why"]
            expected.append([*named(row["file"]), "quarantined", why, None, None, None])
        keys = ["file", "digest", "fate", "reason", "superseded_by", "school", "week"]
        self.same("files", values(self.query("files"), keys), expected, False)


def named(file):
    return [file["name"], file.get("digest")]


def returns(of):
    """How many schools reported, as the queries call it: `late` there are occurrences."""
    return {
        "reported": of["reported"],
        "nothing_to_report": of["nothing_to_report"],
        "late_schools": of["late"],
        "not_reported": of["not_reported"],
    }


def values(rows, keys):
    return [[row.get(key) for key in keys] for row in rows]


def blocks_of(document):
    """The document's queries by name, and its tables of columns."""
    with open(document, encoding="utf-8") as file:
        text = file.read()
    blocks = {}
    for name, block in re.findall(r"<!-- ([a-z-]+) -->\n```sql\n(.*?)```", text, re.DOTALL):
        blocks.setdefault(name, []).append(block)
    assert text.count("```sql") == sum(map(len, blocks.values())), "a query has no name"
    columns = {}
    for table, part in re.findall(r"\n### `([a-z]+)`\n(.*?)(?=\n##)", text, re.DOTALL):
        rows = re.findall(r"^\| `([a-z_]+)` \| ([a-z]+) \|", part, re.MULTILINE)
        columns[table] = [(name, TYPES[kind]) for name, kind in rows]
    blocks["columns"] = columns
    return blocks


def main():
    document, *folders = sys.argv[1:]
    blocks = blocks_of(document)
    bad = []
    for folder in folders:
        comparison = Comparison({**blocks}, folder)
        comparison.unused.discard("columns")
        bad += [f"{comparison.folder}: {wrong}" for wrong in comparison.run()]
        weeks = len(comparison.rollup["weeks"])
        schools = comparison.rollup["returns"]["all"]
        print(f"{comparison.folder}: {comparison.values} values of {schools} schools, {weeks} weeks")
    if bad:
        sys.exit("\n".join(bad))


main()
