//! What is said of where a document goes, and in which form.

use super::Words;
use crate::text::Lang;
use std::path::Path;

/// A file ending that is no form of the report.
#[must_use]
pub fn unknown_format(ending: &str, known: &[&str], lang: Lang) -> Words {
    let known = known.iter().map(|ending| format!(".{ending}"));
    let known = known
        .collect::<Vec<_>>()
        .join(if lang == Lang::Zh { "、" } else { ", " });
    match lang {
        Lang::Zh => (
            format!("不知道怎样写 .{ending} 文件"),
            Some(format!("可用 {known}")),
        ),
        Lang::En => (
            format!("there is no report in the form .{ending}"),
            Some(format!("use {known}")),
        ),
    }
}

/// Several forms are asked for in one file that names none of them.
#[must_use]
pub fn no_such_folder(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("没有文件夹 {path}"),
            Some("先建好文件夹，或给文件名加上后缀".into()),
        ),
        Lang::En => (
            format!("there is no folder {path}"),
            Some("make it first, or give the file's name an ending".into()),
        ),
    }
}

/// A form is named, and no file is to be written in it.
#[must_use]
pub fn nowhere(ending: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("指定了 {ending} 形式，却没有写到哪里"),
            Some(format!(
                "再加 `-o 文件名.{ending}`，或用 `-o 文件夹` 把各种形式都写进去"
            )),
        ),
        Lang::En => (
            format!("the form {ending} is asked for, and no file is named for it"),
            Some(format!(
                "add `-o NAME.{ending}`, or name a folder with `-o`, which takes all forms"
            )),
        ),
    }
}

/// Several forms would be written to standard output, one behind the other.
#[must_use]
pub fn into_one_another(endings: &[&str], lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("{} 不能一起写到标准输出", endings.join("、")),
            Some("用 `-o 文件夹` 把各种形式分别写成文件".into()),
        ),
        Lang::En => (
            format!(
                "{} would be written to standard output one behind the other",
                endings.join(", ")
            ),
            Some("name a folder with `-o`, which takes each as a file".into()),
        ),
    }
}
