//! What is said about the record: each a message and a remedy.

use super::{Lang, Phrase};
use std::fmt::Display;
use std::path::Path;

/// A message and what to do about it.
type Said = (String, String);

/// Joins a message and a remedy of fixed words.
fn said(lang: Lang, message: String, remedy: Phrase) -> Said {
    (message, remedy.of(lang).to_owned())
}

const RESTORE: Phrase = Phrase::new(
    "请勿继续填报。先把台账文件另存一份，运行 `duban verify` 查看第一处损坏，再用最近的备份恢复。",
    "Do not go on recording. Keep a copy of the file, run `duban verify` to see the first damage, then restore the latest backup.",
);

const CHECK_RIGHTS: Phrase = Phrase::new(
    "请检查该文件及其所在文件夹的读写权限，或用 `--home` 另选位置。",
    "Check the rights of the file and its folder, or choose another place with `--home`.",
);

const REBUILD: Phrase = Phrase::new(
    "记录本身不受影响。请运行 `duban verify` 核对；该部分可由记录重新生成。",
    "The facts themselves are not affected. Run `duban verify`; this part can be rebuilt from them.",
);

const REPORT: Phrase = Phrase::new(
    "已有记录不受影响。这是程序的问题，请把本提示转告开发者。",
    "What was recorded is not affected. This is a fault of the program; please report this message.",
);

/// There is no record.
#[must_use]
pub fn missing(lang: Lang, path: &Path) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("找不到台账文件 `{path}`"),
        Lang::En => format!("there is no record at `{path}`"),
    };
    let remedy = Phrase::new(
        "首次使用请运行 `duban init`；台账放在别处时，用 `--home` 指定文件夹。",
        "Run `duban init` to begin one, or name its folder with `--home`.",
    );
    said(lang, message, remedy)
}

/// The record cannot be opened.
#[must_use]
pub fn unreadable(lang: Lang, path: &Path, cause: &dyn Display) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("台账文件 `{path}` 打不开（{cause}）"),
        Lang::En => format!("the record `{path}` cannot be opened ({cause})"),
    };
    said(lang, message, CHECK_RIGHTS)
}

/// The record cannot be written.
#[must_use]
pub fn read_only(lang: Lang, path: &Path, cause: &dyn Display) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("台账文件 `{path}` 只能查看，不能写入（{cause}）；本次没有记录"),
        Lang::En => {
            format!(
                "the record `{path}` can be read but not written ({cause}); nothing was recorded"
            )
        }
    };
    said(lang, message, CHECK_RIGHTS)
}

/// The record is in use.
#[must_use]
pub fn locked(lang: Lang, path: &Path) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("台账文件 `{path}` 正被另一个程序占用；本次没有记录"),
        Lang::En => {
            format!("the record `{path}` is in use by another program; nothing was recorded")
        }
    };
    let remedy = Phrase::new(
        "请稍后再试；若一直如此，请关闭其他正在使用该文件的程序（如同步盘、杀毒软件）。",
        "Try again in a moment; if it stays so, close what else uses the file (file sync, virus scanner).",
    );
    said(lang, message, remedy)
}

/// The disk is full.
#[must_use]
pub fn full(lang: Lang, path: &Path) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("磁盘空间不足，`{path}` 写不进去；本次没有记录，以前的记录完好"),
        Lang::En => format!(
            "no space is left for `{path}`; nothing was recorded, what was recorded before is intact"
        ),
    };
    let remedy = Phrase::new("请清理磁盘空间后重做。", "Free some space and do it again.");
    said(lang, message, remedy)
}

/// The disk failed.
#[must_use]
pub fn disk(lang: Lang, path: &Path, cause: &dyn Display) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("读写 `{path}` 时磁盘出错（{cause}）"),
        Lang::En => format!("the disk failed on `{path}` ({cause})"),
    };
    let remedy = Phrase::new(
        "请检查磁盘、U 盘或网络连接；恢复后先运行 `duban verify`，再用 `duban backup` 备份。",
        "Check the disk, drive or network; then run `duban verify`, and `duban backup` to another disk.",
    );
    said(lang, message, remedy)
}

/// The file is damaged.
#[must_use]
pub fn damaged(lang: Lang, path: &Path, cause: &dyn Display) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("台账文件 `{path}` 已损坏（{cause}）"),
        Lang::En => format!("the record `{path}` is damaged ({cause})"),
    };
    said(lang, message, RESTORE)
}

/// `SQLite` refused.
#[must_use]
pub fn refused(lang: Lang, path: &Path, cause: &dyn Display) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("数据库拒绝了对 `{path}` 的操作（{cause}）；本次没有记录"),
        Lang::En => {
            format!("the database refused an operation on `{path}` ({cause}); nothing was recorded")
        }
    };
    said(lang, message, REPORT)
}

/// Another program's file.
#[must_use]
pub fn foreign(lang: Lang, path: &Path) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("`{path}` 是其他程序的数据库，不是台账；没有改动它"),
        Lang::En => {
            format!("`{path}` is another program's database, not a record; it was not touched")
        }
    };
    let remedy = Phrase::new(
        "请检查文件名，或用 `--home` 指定台账所在的文件夹。",
        "Check the name, or name the record's folder with `--home`.",
    );
    said(lang, message, remedy)
}

/// A newer record.
#[must_use]
pub fn newer(lang: Lang, path: &Path, found: i64, known: i64) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!(
            "台账 `{path}` 由更新版本的程序建立（格式 {found}，本程序只认识到 {known}）；没有改动它"
        ),
        Lang::En => format!(
            "the record `{path}` was made by a newer program (version {found}, this one knows {known}); it was not touched"
        ),
    };
    let remedy = Phrase::new(
        "请升级 duban 后再打开。",
        "Update duban, then open it again.",
    );
    said(lang, message, remedy)
}

/// An older record, opened for reading.
#[must_use]
pub fn older(lang: Lang, path: &Path) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("台账 `{path}` 是旧格式，只读方式下无法升级"),
        Lang::En => {
            format!("the record `{path}` is of an older version and was opened for reading only")
        }
    };
    let remedy = Phrase::new(
        "请先由有写权限的人打开一次，格式会自动升级，记录不变。",
        "Have somebody who may write open it once; it is brought up to date, the facts stay.",
    );
    said(lang, message, remedy)
}

/// Another program was faster.
#[must_use]
pub fn moved(lang: Lang, expected: u64, found: u64) -> Said {
    let message = match lang {
        Lang::Zh => {
            format!("另一个程序刚刚写入了台账（原有 {expected} 条，现有 {found} 条）；本次没有记录")
        }
        Lang::En => format!(
            "another program just recorded something ({expected} facts before, {found} now); nothing was recorded"
        ),
    };
    let remedy = Phrase::new(
        "请看过最新情况后重做。",
        "Look at the present state and do it again.",
    );
    said(lang, message, remedy)
}

/// Nothing to revoke.
#[must_use]
pub fn no_such_action(lang: Lang, action: &str) -> Said {
    let message = match lang {
        Lang::Zh => format!("台账中没有要撤销的操作 `{action}`；本次没有记录"),
        Lang::En => format!("the record has no action `{action}` to undo; nothing was recorded"),
    };
    let remedy = Phrase::new("请用 `duban log` 查看记录。", "See `duban log`.");
    said(lang, message, remedy)
}

/// Asked about facts that are not there.
#[must_use]
pub fn beyond(lang: Lang, asked: u64, facts: u64) -> Said {
    let message = match lang {
        Lang::Zh => format!("台账只有 {facts} 条记录，没有第 {asked} 条"),
        Lang::En => format!("the record has {facts} facts; there is no fact {asked}"),
    };
    let remedy = Phrase::new(
        "若此前上报过更多记录，说明台账被截短或换成了旧文件：请用最近的备份恢复。",
        "If more were reported before, the record was cut or replaced by an older one: restore the latest backup.",
    );
    said(lang, message, remedy)
}

/// A damaged fact was met.
#[must_use]
pub fn bad_fact(lang: Lang, seq: u64, why: &str) -> Said {
    said(lang, fact_fault(lang, seq, why), RESTORE)
}

/// A hash is missing.
#[must_use]
pub fn bad_node(lang: Lang) -> Said {
    let message = Phrase::new("校验树缺少一处摘要", "a hash of the tree is missing");
    said(lang, message.of(lang).to_owned(), REBUILD)
}

/// A damaged document was met.
#[must_use]
pub fn bad_document(lang: Lang, digest: &str) -> Said {
    said(lang, document_fault(lang, digest), RESTORE)
}

/// An entry has no JSON.
#[must_use]
pub fn entry(lang: Lang, cause: &dyn Display) -> Said {
    let message = match lang {
        Lang::Zh => format!("这条记录无法保存（{cause}）；本次没有记录"),
        Lang::En => format!("this entry cannot be stored ({cause}); nothing was recorded"),
    };
    said(lang, message, REPORT)
}

/// The backup's file exists.
#[must_use]
pub fn exists(lang: Lang, path: &Path) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("`{path}` 已存在，没有覆盖"),
        Lang::En => format!("`{path}` exists already and was not overwritten"),
    };
    let remedy = Phrase::new(
        "请换一个备份文件名。",
        "Choose another name for the backup.",
    );
    said(lang, message, remedy)
}

/// The backup cannot be written.
#[must_use]
pub fn backup(lang: Lang, path: &Path, cause: &dyn Display) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("备份 `{path}` 写不进去（{cause}）"),
        Lang::En => format!("the backup `{path}` cannot be written ({cause})"),
    };
    let remedy = Phrase::new(
        "请检查目标文件夹是否存在、能否写入、空间是否足够。",
        "Check that the folder exists, can be written and has space.",
    );
    said(lang, message, remedy)
}

/// The backup was found bad.
#[must_use]
pub fn bad_backup(lang: Lang, path: &Path, fault: &str) -> Said {
    let path = path.display();
    let message = match lang {
        Lang::Zh => format!("备份 `{path}` 未通过核对，没有保留：{fault}"),
        Lang::En => {
            format!("the backup `{path}` did not pass verification and was not kept: {fault}")
        }
    };
    said(lang, message, RESTORE)
}

/// `SQLite` cannot read a fact.
pub const UNREADABLE_FACT: Phrase = Phrase::new("读不出来", "it cannot be read");
/// A fact is missing.
pub const MISSING_FACT: Phrase = Phrase::new("缺失", "it is missing");
/// A fact does not fit its hash.
pub const LEAF: Phrase = Phrase::new(
    "内容与其摘要不符，可能被改动过",
    "its content does not fit its hash; it may have been changed",
);
/// A fact's data is wrong.
pub const DATA: Phrase = Phrase::new("内容与其类别不符", "its data does not fit its kind");
/// A fact is another installation's.
pub const WRITER: Phrase = Phrase::new("不是由本台账写入的", "it was not written by this record");
/// A fact belongs to no action.
pub const ACTION: Phrase = Phrase::new(
    "所属的操作对不上",
    "it does not belong to the action that it names",
);

/// A column is wrong.
#[must_use]
pub fn bad_column(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("`{name}` 一栏有误"),
        Lang::En => format!("its `{name}` is not what it should be"),
    }
}

/// A fact is wrong.
#[must_use]
pub fn fact_fault(lang: Lang, seq: u64, why: &str) -> String {
    match lang {
        Lang::Zh => format!("第 {seq} 条记录已损坏：{why}"),
        Lang::En => format!("fact {seq} is damaged: {why}"),
    }
}

/// A hash of the tree is wrong.
#[must_use]
pub fn node_fault(lang: Lang, at: u64) -> String {
    match lang {
        Lang::Zh => format!("记录完好，但校验树第 {at} 处摘要不对；可由记录重新生成"),
        Lang::En => {
            format!("the facts are intact, but hash {at} of the tree is not; it can be rebuilt")
        }
    }
}

/// The list of what stands is wrong.
#[must_use]
pub fn standing_fault(lang: Lang, seq: u64) -> String {
    match lang {
        Lang::Zh => format!("记录完好，但“现行记录”索引在第 {seq} 条处不对；可由记录重新生成"),
        Lang::En => {
            format!(
                "the facts are intact, but the list of what stands is wrong about fact {seq}; it can be rebuilt"
            )
        }
    }
}

/// A document is wrong.
#[must_use]
pub fn document_fault(lang: Lang, digest: &str) -> String {
    match lang {
        Lang::Zh => format!("随台账保存的清单 `{digest}` 已损坏"),
        Lang::En => format!("the document `{digest}` kept with the record is damaged"),
    }
}

/// The structure is wrong.
#[must_use]
pub fn schema_fault(lang: Lang, object: &str) -> String {
    match lang {
        Lang::Zh => format!("记录完好，但数据库结构被改动过：`{object}`"),
        Lang::En => format!("the facts are intact, but the database's `{object}` was altered"),
    }
}

/// `SQLite`'s own check found something.
#[must_use]
pub fn file_fault(lang: Lang, found: &str) -> String {
    match lang {
        Lang::Zh => format!("台账文件有损坏（{found}）"),
        Lang::En => format!("the record's file is damaged ({found})"),
    }
}
