//! A school with a checklist of a few items, on days that a test chooses.

use crate::home::{Home, Said};
use serde_json::Value;

const CHECKLIST: &str = r#"
checklist: small
version: 1
title: { zh: 小清单, en: A small checklist }
directive: { issuer: { zh: 区教育局, en: the bureau }, issued: 2022-03-01 }
roles: { doctor: { zh: 校医, en: doctor }, guard: { zh: 门卫, en: guard } }
clauses: { C1: { zh: 条款, en: clause } }
requirements:
  - id: "1"
    title: { zh: 日常, en: Daily work }
    items:
      - id: "1.1"
        text: { zh: 校门登记齐全, en: the gate log is complete }
        clauses: [C1]
        cadence: weekly
        owner: guard
        gate: true
      - id: "1.2"
        text: { zh: 晨检记录齐全, en: the morning checks are complete }
        clauses: [C1]
        cadence: daily
        owner: doctor
      - id: "1.3"
        text: { zh: 消毒记录齐全, en: the disinfection log is complete }
        clauses: [C1]
        cadence: weekly
        owner: doctor
        evidence: { zh: 照片, en: a photograph }
        weight: 2
      - id: "1.4"
        text: { zh: 检测人数, en: people tested }
        clauses: [C1]
        cadence: weekly
        owner: doctor
        measure: { unit: { zh: 人, en: people }, target: 1000 }
  - id: "2"
    title: { zh: 复学, en: Reopening }
    items:
      - id: "2.1"
        text: { zh: 场地已消毒, en: the rooms are disinfected }
        clauses: [C1]
        cadence: once
        owner: guard
        due: reopening - 1 school day
        lead: 2
      - id: "2.2"
        text: { zh: 返校名单已报, en: the list is handed in }
        clauses: [C1]
        cadence: once
        owner: doctor
        due: reopening
        lead: 3
        after: ["2.1"]
"#;

const PROFILE: &str = "
id: small
name: 青山小学
kind: primary
language: zh
people:
  - { name: 王芳, roles: [principal] }
  - { name: 陈静, roles: [doctor] }
  - { name: 老周, roles: [guard] }
terms:
  - { from: 2022-02-14, to: 2022-07-01 }
anchors: { reopening: 2022-03-28 }
checklists:
  - { id: small, since: 2022-03-14 }
";

/// The school.
pub(crate) struct Small {
    pub(crate) home: Home,
}

impl Small {
    /// Nothing is recorded yet but what the profile says.
    pub(crate) fn new() -> Self {
        let home = Home::empty();
        home.write("checklists/small.yaml", CHECKLIST);
        home.write("school.yaml", PROFILE);
        let school = Self { home };
        // The first order records what the profile says, and hints that nothing was recorded.
        let said = school.run("2022-03-14", &["note", "1.1", "开始"]);
        assert_eq!(said.code, 0, "{said:?}");
        school
    }

    /// Puts another text in the checklist's file.
    pub(crate) fn rewrite(&self, changes: &[(&str, &str)]) {
        let text = changes
            .iter()
            .fold(CHECKLIST.to_owned(), |text, (old, new)| {
                assert!(text.contains(old), "{old}");
                text.replace(old, new)
            });
        self.home.write("checklists/small.yaml", text);
    }

    pub(crate) fn run(&self, day: &str, args: &[&str]) -> Said {
        let output = self.home.duban_on(day).args(args).output();
        Said::of(output.expect("the program runs"))
    }

    /// What the program prints, which has to succeed without a word on stderr.
    pub(crate) fn ok(&self, day: &str, args: &[&str]) -> String {
        let said = self.run(day, args);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
        self.home.redacted(&said.out)
    }

    /// The same in English.
    pub(crate) fn ok_en(&self, day: &str, args: &[&str]) -> String {
        self.ok(day, &[args, &["--lang", "en"]].concat())
    }

    /// What the program prints as JSON.
    pub(crate) fn json(&self, day: &str, args: &[&str]) -> Value {
        let said = self.run(day, &[args, &["--json"]].concat());
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
        serde_json::from_str(&said.out).expect("JSON")
    }

    /// The messages in both languages of an order that is refused: it ends with 2, prints nothing
    /// and records nothing.
    pub(crate) fn refused(&self, day: &str, args: &[&str]) -> String {
        let before = self.home.facts();
        let in_language = |lang| {
            let said = self.run(day, &[args, &["--lang", lang]].concat());
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
            self.home.redacted(&said.err)
        };
        let said = in_language("zh") + &in_language("en");
        assert_eq!(self.home.facts(), before, "{args:?} recorded something");
        said
    }
}

/// The keys of an object, sorted.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}
