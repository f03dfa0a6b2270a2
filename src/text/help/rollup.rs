//! What `--help` says about the roll-up.

use super::super::Phrase;

/// What the command is for.
pub(super) fn command(path: &str) -> Option<Phrase> {
    (path == "rollup").then_some(Phrase::new(
        "汇总多所学校的报告：谁报了、谁没报、每个文件怎么处理的",
        "roll up the reports of many schools, and say of every file what became of it",
    ))
}

/// What an option or argument of it is for.
pub(super) fn argument(path: &str, id: &str) -> Option<Phrase> {
    if path != "rollup" {
        return None;
    }
    Some(match id {
        "paths" => Phrase::new(
            "存放报告的文件夹或文件；- 表示从标准输入读取路径，一行一个",
            "folders and files with reports; - for a list of paths on standard input, one a line",
        ),
        "week" => Phrase::new(
            "哪一周，如 2022-W11；默认报告中最近的一周",
            "the week, as 2022-W11; by default the newest that reports are about",
        ),
        _ => return None,
    })
}
