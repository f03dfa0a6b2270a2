//! Errors of the home and the command line.

use super::{Lang, Phrase};
use std::io;
use std::path::Path;

/// Before an error.
pub const ERROR: Phrase = Phrase::new("错误：", "error: ");
/// Before a hint.
pub const HINT: Phrase = Phrase::new("提示：", "hint: ");
/// The record is busy.
pub const BUSY: Phrase = Phrase::new(
    "另一个督办程序一直在写台账，这次没有记下",
    "another duban kept writing to the record; nothing was recorded",
);
/// What to do about a busy record.
pub const BUSY_HINT: Phrase = Phrase::new("请再试一次", "try again");
/// The user has no home.
pub const NO_HOME: Phrase = Phrase::new("找不到用户主目录", "no home folder is known");
/// What to do without a home.
pub const NO_HOME_HINT: Phrase =
    Phrase::new("用 --home 指定一个文件夹", "name a folder with --home");

/// A message, and what to do about it.
type Words = (String, Option<String>);

/// No school is set up.
#[must_use]
pub fn not_set_up(path: &Path, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("还没有登记学校（没有 {}）", path.display()),
            Some("先运行 `duban`，或 `duban init --name 学校名称 --kind primary --yes`".into()),
        ),
        Lang::En => (
            format!("no school is set up (there is no {})", path.display()),
            Some("run `duban` first, or `duban init --name NAME --kind primary --yes`".into()),
        ),
    }
}

/// A school is set up already.
#[must_use]
pub fn already_set_up(path: &Path, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("这里已经登记了学校：{}", path.display()),
            Some("要修改，直接编辑这个文件；要另设一所，用 --home 指定别的文件夹".into()),
        ),
        Lang::En => (
            format!("a school is set up here already: {}", path.display()),
            Some("edit that file to change it, or name another folder with --home".into()),
        ),
    }
}

/// Why a file or folder cannot be used, as the system says it; in words where they are known.
#[must_use]
pub fn why(error: &io::Error, lang: Lang) -> String {
    let phrase = match error.kind() {
        io::ErrorKind::NotFound => {
            Phrase::new("没有这个文件或文件夹", "there is no such file or folder")
        }
        io::ErrorKind::PermissionDenied => Phrase::new("没有权限", "permission denied"),
        io::ErrorKind::AlreadyExists => Phrase::new("已经存在", "it exists already"),
        io::ErrorKind::NotADirectory => Phrase::new(
            "路径中有一段是文件，不是文件夹",
            "a part of the path is a file, not a folder",
        ),
        io::ErrorKind::IsADirectory => {
            Phrase::new("这是文件夹，不是文件", "it is a folder, not a file")
        }
        io::ErrorKind::StorageFull => Phrase::new("磁盘已满", "the disk is full"),
        io::ErrorKind::QuotaExceeded => Phrase::new("磁盘配额已用完", "the disk quota is used up"),
        io::ErrorKind::FileTooLarge => Phrase::new(
            "文件超过系统允许的大小",
            "the file would be larger than the system allows",
        ),
        io::ErrorKind::ReadOnlyFilesystem => Phrase::new("磁盘是只读的", "the disk is read-only"),
        _ => return error.to_string(),
    };
    phrase.of(lang).to_owned()
}

/// A file cannot be read.
#[must_use]
pub fn unreadable(path: &Path, why: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("无法读取 {}：{why}", path.display()),
            Some("检查文件是否存在、当前用户有没有读取权限".into()),
        ),
        Lang::En => (
            format!("cannot read {}: {why}", path.display()),
            Some("check that it is there and that you may read it".into()),
        ),
    }
}

/// A file cannot be written.
#[must_use]
pub fn unwritable(path: &Path, why: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("无法写入 {}：{why}", path.display()),
            Some("检查文件夹是否存在、能否写入、磁盘是否已满；已有的记录没有改动".into()),
        ),
        Lang::En => (
            format!("cannot write {}: {why}", path.display()),
            Some(
                "check that the folder is there, may be written and has space; what was recorded is untouched"
                    .into(),
            ),
        ),
    }
}

/// No checklist has that id.
#[must_use]
pub fn no_checklist(said: &str, known: &[&str], lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("没有清单“{said}”"),
            Some(format!("现有清单 {}", known.join("、"))),
        ),
        Lang::En => (
            format!("there is no checklist `{said}`"),
            Some(format!("there are {}", known.join(", "))),
        ),
    }
}

/// The checklist is not for schools of that kind.
#[must_use]
pub fn not_for_kind(checklist: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("清单 {checklist} 不适用于这类学校"),
            Some("`duban checklist show` 可以看到它适用的学校类型".into()),
        ),
        Lang::En => (
            format!("checklist {checklist} is not for this kind of school"),
            Some("`duban checklist show` says which kinds it is for".into()),
        ),
    }
}

/// The snapshot of an adopted checklist cannot be read.
#[must_use]
pub fn bad_snapshot(checklist: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("台账里保存的清单 {checklist} 已损坏"),
            Some("运行 `duban verify` 查看，用 `duban backup` 的备份恢复".into()),
        ),
        Lang::En => (
            format!("the record's copy of checklist {checklist} is damaged"),
            Some("run `duban verify`, and restore a backup made with `duban backup`".into()),
        ),
    }
}

/// What a signature rests on cannot be read.
#[must_use]
pub fn bad_setting(digest: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("台账里保存的签字时的学校资料 {digest} 已损坏"),
            Some("运行 `duban verify` 查看，用 `duban backup` 的备份恢复".into()),
        ),
        Lang::En => (
            format!("the record's copy of the profile that was signed for is damaged: {digest}"),
            Some("run `duban verify`, and restore a backup made with `duban backup`".into()),
        ),
    }
}
