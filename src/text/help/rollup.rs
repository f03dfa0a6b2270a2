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
        "signers" => Phrase::new(
            "签名人名单：没有本校签名、或签名与内容不符的报告不计入；汇总须有区县的签名",
            "the list of signers: a report counts only with its school's signature beside it, a roll-up with a district's",
        ),
        "ledger" => Phrase::new(
            "汇总的底账，没有就新建：记住各校台账的根哈希，发现台账断裂，退出码为 1；没有变的文件不再解析",
            "what roll-ups remember, begun where there is none: finds records that were cut or changed, and ends with 1; parses no file twice",
        ),
        "accept" => Phrase::new(
            "某校的台账断裂已经核实，从那份报告重新算起；可多次使用",
            "a school whose broken record is cleared up: it counts from that report; any number of times",
        ),
        "roster" => Phrase::new(
            "学校名册（CSV：编号、名称、类别、区县、联系人），名册上的学校都列出",
            "the list of all schools, as CSV: id, name, kind, district, contact",
        ),
        "due" => Phrase::new(
            "截止日在该周周日之后几天，默认 0",
            "how many days after the week's Sunday a report is still in time, by default 0",
        ),
        "format" => Phrase::new(
            "格式，可列多个，用逗号分开；默认看文件名",
            "the form, or several with commas between; by default from the file's name",
        ),
        "output" => Phrase::new(
            "写到哪个文件或文件夹，可多次使用；默认在屏幕上列出概况",
            "the file or folder to write to, any number of times; by default a summary is printed",
        ),
        "rows" => Phrase::new(
            "另写一个文件夹：每校、每项、每周一行的 Parquet，供 DuckDB、Spark、Trino 查询",
            "also write a row for each school, item and week into a folder, as Parquet for DuckDB, Spark and Trino",
        ),
        "force" => Phrase::new("文件已存在时覆盖", "write over a file that is there"),
        "screen" => Phrase::new(
            "打开汇总界面：排序、查找、查看每所学校的报告",
            "open the screen: sort, find, look into each school's report",
        ),
        "schema" => Phrase::new("输出汇总的 JSON Schema", "print the roll-up's JSON Schema"),
        _ => return None,
    })
}
