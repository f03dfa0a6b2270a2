//! A home that cannot be used, a record that is lost, newer or damaged, and a disk that is full:
//! said plainly, and what was acknowledged stays.

use crate::home::{Home, Said, contents};
use snapbox::assert_data_eq;
use snapbox::str;

#[test]
fn a_file_where_the_home_should_be() {
    let home = Home::empty();
    std::fs::write(home.path(), "not a folder").expect("written");
    assert_data_eq!(
        home.refused_twice(2, &["status"]),
        str![[r#"
错误：无法读取 ~/home/school.yaml：路径中有一段是文件，不是文件夹
提示：检查文件是否存在、当前用户有没有读取权限
error: cannot read ~/home/school.yaml: a part of the path is a file, not a folder
hint: check that it is there and that you may read it

"#]]
    );
    assert_data_eq!(
        home.refused_twice(
            2,
            &["init", "--name", "青山小学", "--kind", "primary", "--yes"]
        ),
        str![[r#"
错误：无法读取 ~/home/checklists：路径中有一段是文件，不是文件夹
提示：检查文件是否存在、当前用户有没有读取权限
error: cannot read ~/home/checklists: a part of the path is a file, not a folder
hint: check that it is there and that you may read it

"#]]
    );
    assert_eq!(
        std::fs::read(home.path()).expect("the file"),
        b"not a folder"
    );
}

#[test]
fn a_folder_where_a_file_should_be() {
    let home = Home::empty();
    std::fs::create_dir_all(home.file("school.yaml")).expect("a folder");
    assert_data_eq!(
        home.refused_twice(2, &["status"]),
        str![[r#"
错误：无法读取 ~/home/school.yaml：这是文件夹，不是文件
提示：检查文件是否存在、当前用户有没有读取权限
error: cannot read ~/home/school.yaml: it is a folder, not a file
hint: check that it is there and that you may read it

"#]]
    );
    let home = Home::set_up();
    std::fs::remove_file(home.file("record.db")).expect("gone");
    std::fs::create_dir(home.file("record.db")).expect("a folder");
    let said = home.refused(70, &["tick", "3.1"]);
    assert!(said.contains("~/home/record.db"), "{said}");
    let home = Home::set_up();
    home.write("checklists", "a file");
    let said = home.refused(2, &["checklist", "list"]);
    assert!(said.contains("~/home/checklists"), "{said}");
}

#[test]
fn a_record_that_is_lost_is_pointed_out_until_something_is_recorded() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    for (path, _) in contents(&home.path()) {
        if path.display().to_string().contains("record.db") {
            std::fs::remove_file(path).expect("gone");
        }
    }
    for _ in 0..2 {
        let said = home.run(&["status", "--overdue"]);
        assert_eq!(said.code, 0);
        assert_data_eq!(
            home.redacted(&said.err),
            str![[r#"
提示：台账 ~/home/record.db 里一条记录也没有。以前记过的话，先别填报：找回原来的文件，或用 `duban backup` 的备份放回这里

"#]]
        );
    }
    let said = home.run_en(&["status", "--overdue"]);
    assert_data_eq!(
        home.redacted(&said.err),
        str![[r#"
hint: nothing is recorded in ~/home/record.db. If there should be something, record nothing now: put the old file or a backup there

"#]]
    );
    home.run(&["tick", "3.1"]);
    home.ok(&["status"]);
}

#[test]
fn a_record_of_a_newer_program_is_refused_untouched() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    let connection = rusqlite::Connection::open(home.file("record.db")).expect("a database");
    connection
        .pragma_update(None, "user_version", 99)
        .expect("a version");
    drop(connection);
    let before = std::fs::read(home.file("record.db")).expect("a record");
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.2"]),
        str![[r#"
错误：台账 `~/home/record.db` 由更新版本的程序建立（格式 99，本程序只认识到 2）；没有改动它
提示：请升级 duban 后再打开。
error: the record `~/home/record.db` was made by a newer program (version 99, this one knows 2); it was not touched
hint: Update duban, then open it again.

"#]]
    );
    for args in [
        &["status"][..],
        &["log"],
        &["verify"],
        &["report"],
        &["undo"],
    ] {
        home.refused(2, args);
    }
    let after = std::fs::read(home.file("record.db")).expect("a record");
    assert!(after == before, "the file was changed");
}

#[test]
fn another_programs_database_is_refused_untouched() {
    let home = Home::set_up();
    std::fs::remove_file(home.file("record.db")).expect("gone");
    let connection = rusqlite::Connection::open(home.file("record.db")).expect("a database");
    connection
        .execute_batch("CREATE TABLE other (x)")
        .expect("a table");
    drop(connection);
    let before = std::fs::read(home.file("record.db")).expect("a record");
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.2"]),
        str![[r#"
错误：`~/home/record.db` 是其他程序的数据库，不是台账；没有改动它
提示：请检查文件名，或用 `--home` 指定台账所在的文件夹。
error: `~/home/record.db` is another program's database, not a record; it was not touched
hint: Check the name, or name the record's folder with `--home`.

"#]]
    );
    let after = std::fs::read(home.file("record.db")).expect("a record");
    assert!(after == before, "the file was changed");
}

#[test]
fn a_changed_fact_is_named() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    home.ok(&["note", "3.2", "sixteen absent"]);
    home.ok(&["tick", "0.4"]);
    let path = home.file("record.db");
    let mut bytes = std::fs::read(&path).expect("a record");
    let note = b"sixteen absent";
    let places: Vec<usize> = (0..bytes.len())
        .filter(|at| bytes[*at..].starts_with(note))
        .collect();
    assert!(!places.is_empty(), "the note is in the file");
    for at in places {
        bytes[at..at + 7].copy_from_slice(b"nobody ");
    }
    std::fs::write(&path, bytes).expect("written");
    assert_data_eq!(
        home.refused_twice(3, &["verify"]),
        str![[r#"
错误：第 4 条记录已损坏：内容与其摘要不符，可能被改动过
提示：先复制保存这个文件，再用 `duban backup` 的备份恢复
error: fact 4 is damaged: its content does not fit its hash; it may have been changed
hint: keep a copy of the file as it is, then restore a backup made with `duban backup`

"#]]
    );
    for args in [&["status"][..], &["tick", "4.3"], &["log"], &["report"]] {
        assert_data_eq!(
            home.refused(3, args),
            str![[r#"
错误：第 4 条记录已损坏：内容与其摘要不符，可能被改动过
提示：请勿继续填报。先把台账文件另存一份，运行 `duban verify` 查看第一处损坏，再用最近的备份恢复。

"#]]
        );
    }
}

#[test]
fn a_broken_file_is_damaged_not_a_fault() {
    for broken in [
        &b"this is no database at all, though it is there and long enough"[..],
        b"",
    ] {
        let home = Home::set_up();
        let path = home.file("record.db");
        let mut bytes = std::fs::read(&path).expect("a record");
        if broken.is_empty() {
            let half = bytes.len() / 2;
            bytes.truncate(half);
        } else {
            bytes[..broken.len()].copy_from_slice(broken);
        }
        std::fs::write(&path, &bytes).expect("written");
        let said = home.refused(3, &["verify"]);
        assert!(
            said.contains("~/home/record.db") || said.contains("损坏"),
            "{said}"
        );
    }
}

/// Ticks an item a day and tells how many were acknowledged and what the refusal said. `duban` runs
/// the program with some limit.
#[cfg(unix)]
fn fill(duban: impl Fn(&[&str]) -> Said) -> (u64, Said) {
    let long = "满".repeat(3000);
    let mut acknowledged = 0;
    loop {
        assert!(acknowledged < 400, "the disk does not fill up");
        let said = duban(&["note", "3.2", &format!("{acknowledged} {long}")]);
        if said.code != 0 {
            return (acknowledged, said);
        }
        acknowledged += 1;
    }
}

#[cfg(unix)]
#[test]
fn where_a_file_may_not_grow_nothing_acknowledged_is_lost() {
    // `ulimit -f` counts blocks of 512 bytes; the signal that comes with it is ignored.
    const LIMITED: &str = "trap '' XFSZ; ulimit -f 1200; exec \"$@\"";
    let home = Home::set_up();
    let before = home.facts();
    let limited = |args: &[&str]| {
        let duban = env!("CARGO_BIN_EXE_duban");
        let path = home.path().display().to_string();
        let mut command = home.start("sh");
        command.args([
            "-c",
            LIMITED,
            "sh",
            duban,
            "--home",
            &path,
            "--today",
            "2022-03-16",
        ]);
        Said::of(command.args(args).output().expect("sh runs"))
    };
    let (acknowledged, said) = fill(limited);
    assert_eq!((said.code, said.out.as_str()), (70, ""), "{said:?}");
    assert!(said.err.contains("record.db"), "{said:?}");
    assert_eq!(home.facts(), before + acknowledged);
    home.ok(&["tick", "3.2"]);
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_acknowledged_is_lost() {
    // A disk of one mebibyte, seen by this test alone; the script fills it and then looks.
    const SCRIPT: &str = r#"
mkdir disk && mount -t tmpfs -o size=1m tmpfs disk || exit 1
echo begun
export DUBAN_HOME=disk/home
"$1" init --name x --kind primary --yes --today 2022-03-16 >/dev/null
n=0
while "$1" --today 2022-03-16 note 3.2 "$2" >/dev/null 2>message; do n=$((n + 1)); done
"$1" --today 2022-03-16 note 3.2 "$2" >/dev/null 2>message
echo "ended with $?"
cat message
"$1" verify --json | grep -c "\"facts\": $((n + 2))"
"#;
    let home = Home::empty();
    let mut command = home.start("unshare");
    command.args([
        "-rm",
        "sh",
        "-c",
        SCRIPT,
        "sh",
        env!("CARGO_BIN_EXE_duban"),
        &"满".repeat(3000),
    ]);
    let output = command.output();
    let begun = output
        .as_ref()
        .is_ok_and(|o| o.stdout.starts_with(b"begun"));
    let Some(output) = output.ok().filter(|_| begun) else {
        println!("skipped: no disk of its own can be had for this test");
        return;
    };
    let said = Said::of(output);
    assert_data_eq!(
        home.redacted(&said.out),
        str![[r#"
begun
ended with 70
错误：磁盘空间不足，`disk/home/record.db` 写不进去；本次没有记录，以前的记录完好
提示：请清理磁盘空间后重做。
1

"#]]
    );
}
