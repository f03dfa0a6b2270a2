//! The words of the keys: what each does, for help, and in short, for the footer.

use crate::text::Phrase;

phrases! {
    /// The space bar.
    SPACE: "空格", "Space";
    /// Key: tick.
    KEY_TICK: "打勾（记为今天完成）；已打勾的取消", "tick as done today; take a tick back";
    /// Key: tick with a date.
    KEY_TICK_ON: "打勾，另填日期和备注", "tick with another day and a note";
    /// Key: note.
    KEY_NOTE: "写备注", "write a note";
    /// Key: waive.
    KEY_WAIVE: "记为不适用（写理由），或恢复", "waive with a reason, or lift the waiver";
    /// Key: measure.
    KEY_MEASURE: "填量化指标", "enter a number against its target";
    /// Key: assign.
    KEY_ASSIGN: "指定牵头、配合、期限", "name owner, helpers, last day";
    /// Key: attach.
    KEY_ATTACH: "登记佐证（文件或链接）", "attach evidence (a file or a link)";
    /// Key: event.
    KEY_EVENT: "登记事件（按次办理的事项）", "open an event (items done each time)";
    /// Key: revoke an entry.
    KEY_REVOKE: "撤销所选的一条", "undo the chosen entry";
    /// Key: find.
    KEY_FIND: "查找：文字、编号、牵头人、拼音首字母", "find by text, id, owner or pinyin";
    /// Key: undo.
    KEY_UNDO: "撤销上一步", "undo the last action";
    /// Key: redo.
    KEY_REDO: "重做", "do again what was undone";
    /// Key: overview.
    KEY_OVERVIEW: "总览", "overview";
    /// Key: checklist.
    KEY_CHECKLIST: "清单", "checklist";
    /// Key: record.
    KEY_RECORD: "台账", "record";
    /// Key: other pane.
    KEY_PANE: "下一栏", "the next panel";
    /// Key: down.
    KEY_DOWN: "下一行", "down";
    /// Key: up.
    KEY_UP: "上一行", "up";
    /// Key: page down.
    KEY_PAGE_DOWN: "下一页", "page down";
    /// Key: page up.
    KEY_PAGE_UP: "上一页", "page up";
    /// Key: first line.
    KEY_FIRST: "到开头", "to the first line";
    /// Key: last line.
    KEY_LAST: "到末尾", "to the last line";
    /// Key: fold.
    KEY_FOLD: "收起，或到上一级", "fold, or go to what it belongs to";
    /// Key: unfold.
    KEY_UNFOLD: "展开", "unfold";
    /// Key: scroll the item down.
    KEY_SCROLL_DOWN: "事项详情向下翻", "scroll the item down";
    /// Key: scroll the item up.
    KEY_SCROLL_UP: "事项详情向上翻", "scroll the item up";
    /// Key: open.
    KEY_OPEN: "打开所选", "open what is chosen";
    /// Key: back.
    KEY_BACK: "返回；取消选择、查找、筛选", "back; unmark, end the search, clear the filters";
    /// Key: language.
    KEY_LANGUAGE: "中文 / English", "English / 中文";
    /// Key: help.
    KEY_HELP: "帮助", "help";
    /// Key: quit.
    KEY_QUIT: "退出", "quit";
    /// Footer: tick.
    SHORT_TICK: "打勾", "tick";
    /// Footer: tick with a date.
    SHORT_TICK_ON: "日期", "date";
    /// Footer: note.
    SHORT_NOTE: "备注", "note";
    /// Footer: waive.
    SHORT_WAIVE: "不适用", "waive";
    /// Footer: measure.
    SHORT_MEASURE: "数字", "number";
    /// Footer: revoke.
    SHORT_REVOKE: "撤销此条", "undo this";
    /// Footer: find.
    SHORT_FIND: "查找", "find";
    /// Footer: undo.
    SHORT_UNDO: "撤销", "undo";
    /// Footer: help.
    SHORT_HELP: "帮助", "help";
    /// Footer: quit.
    SHORT_QUIT: "退出", "quit";
    /// The up key.
    UP: "上", "Up";
    /// The down key.
    DOWN: "下", "Down";
    /// The left key.
    LEFT: "左", "Left";
    /// The right key.
    RIGHT: "右", "Right";
    /// Key: the week.
    KEY_WEEK: "周检视", "weekly review";
    /// Key: findings.
    KEY_FINDINGS: "问题", "findings";
    /// Key: calendar.
    KEY_CALENDAR: "校历", "calendar";
    /// Key: raise a finding.
    KEY_RAISE: "登记问题（原因、措施、责任人、期限）", "raise a finding (cause, action, owner, limit)";
    /// Key: put right.
    KEY_FIX: "记为已整改（日期）", "say that it is put right (day)";
    /// Key: verify.
    KEY_VERIFY: "核实并销号（核实人，不能是整改人）", "verify and close (by somebody else)";
    /// Key: close.
    KEY_CLOSE: "销号（已核实的）", "close what was verified";
    /// Key: reopen.
    KEY_REOPEN: "重新打开（理由）", "reopen with a reason";
    /// Key: another limit.
    KEY_LIMIT: "改期限（理由）", "another limit, with a reason";
    /// Key: complete a finding.
    KEY_COMPLETE: "补充原因、措施、责任人", "complete cause, action, owner";
    /// Key: inspect.
    KEY_INSPECT: "记督查结论（合格、部分合格、不合格）", "record an inspector's verdict";
    /// Key: notices.
    KEY_NOTICES: "问题清单 / 三色提醒（按责任人）", "findings / notices, owner by owner";
    /// Key: disagreements.
    KEY_DISAGREEMENTS: "问题清单 / 自查督查不一致清单", "findings / where self-check and inspection differ";
    /// Key: explain.
    KEY_EXPLAIN: "这个数怎么来的", "explain the number";
    /// Key: move an anchor.
    KEY_ANCHOR: "改倒排起算日（理由）", "move the day that dates are counted from";
    /// Footer: raise a finding.
    SHORT_RAISE: "问题", "finding";
    /// Footer: put right.
    SHORT_FIX: "已整改", "fixed";
    /// Footer: verify.
    SHORT_VERIFY: "核实销号", "verify";
    /// Footer: reopen.
    SHORT_REOPEN: "重开", "reopen";
    /// Footer: another limit.
    SHORT_LIMIT: "改期限", "limit";
    /// Footer: notices.
    SHORT_NOTICES: "提醒", "notices";
    /// Footer: disagreements.
    SHORT_DISAGREEMENTS: "不一致", "differ";
    /// Footer: explain.
    SHORT_EXPLAIN: "怎么来的", "explain";
    /// Key: done.
    KEY_DONE: "已办（当日或本周）", "done (on its day, or this week)";
    /// Key: done on another day.
    KEY_DONE_ON: "已办，另填日期和备注", "done on another day, with a note";
    /// Key: partly done.
    KEY_PARTLY: "部分办结（写到哪一步）", "partly done (how far)";
    /// Key: not done.
    KEY_NOT_DONE: "未办，登记问题", "not done: raise a finding";
    /// Key: postponed.
    KEY_POSTPONE: "延期（新日期、理由）", "postponed (new day, reason)";
    /// Key: not applicable.
    KEY_NOT_APPLICABLE: "不适用（理由）", "not applicable (reason)";
    /// Key: keep.
    KEY_KEEP: "维持现状", "keep as it is";
    /// Key: skip.
    KEY_SKIP: "跳过，留到后面", "skip, ask again later";
    /// Key: alike.
    KEY_ALIKE: "同类其余照此办理（已办、维持、跳过）", "the same for all alike (done, keep, skip)";
    /// Key: confirm the rest.
    KEY_CONFIRM: "其余事项一并确认无误", "confirm all that needs no decision";
    /// Key: sign.
    KEY_SIGN: "总结、签字", "summary, sign";
    /// Key: nothing to report.
    KEY_NOTHING: "零报告，签字", "nothing to report, sign";
    /// Key: unlock.
    KEY_UNLOCK: "解锁已签字的周（理由）", "unlock a signed week (reason)";
    /// Key: earlier week.
    KEY_EARLIER: "前一周", "the week before";
    /// Key: later week.
    KEY_LATER: "后一周", "the week after";
    /// Key: earlier year.
    KEY_EARLIER_YEAR: "前一学年", "the school year before";
    /// Key: later year.
    KEY_LATER_YEAR: "后一学年", "the school year after";
    /// Key: a week back.
    KEY_WEEK_BACK: "前七天", "seven days back";
    /// Key: a week on.
    KEY_WEEK_ON: "后七天", "seven days on";
    /// Footer: done.
    SHORT_DONE: "已办", "done";
    /// Footer: done on another day.
    SHORT_DONE_ON: "另填日期", "date";
    /// Footer: partly.
    SHORT_PARTLY: "部分", "partly";
    /// Footer: not done.
    SHORT_NOT_DONE: "未办", "not done";
    /// Footer: postponed.
    SHORT_POSTPONE: "延期", "put off";
    /// Footer: not applicable.
    SHORT_NOT_APPLICABLE: "不适用", "n/a";
    /// Footer: keep.
    SHORT_KEEP: "维持", "keep";
    /// Footer: skip.
    SHORT_SKIP: "跳过", "skip";
    /// Footer: alike.
    SHORT_ALIKE: "同类照办", "all alike";
    /// Footer: confirm.
    SHORT_CONFIRM: "确认其余", "confirm rest";
    /// Footer: sign.
    SHORT_SIGN: "签字", "sign";
    /// Footer: nothing to report.
    SHORT_NOTHING: "零报告", "nothing to report";
    /// Footer: unlock.
    SHORT_UNLOCK: "解锁", "unlock";
    /// Footer: earlier week.
    SHORT_EARLIER: "前一周", "earlier";
    /// Footer: earlier year.
    SHORT_EARLIER_YEAR: "前一学年", "earlier";
    /// Footer: later year.
    SHORT_LATER_YEAR: "后一学年", "later";
    /// Key: the next pane.
    KEY_PREVIOUS_PANE: "上一栏", "the panel before";
    /// Key: to the left.
    KEY_PANE_LEFT: "左边一栏；在近十二周里到前一周", "the panel to the left; in the last weeks the week before";
    /// Key: to the right.
    KEY_PANE_RIGHT: "右边一栏；在近十二周里到后一周", "the panel to the right; in the last weeks the week after";
    /// Key: mark.
    KEY_MARK: "选中这一项（可多选，一次办理）", "mark the item, to act on several at once";
    /// Key: mark all.
    KEY_MARK_ALL: "全选，或全不选", "mark all, or none";
    /// Key: filter.
    KEY_FILTER: "筛选清单", "filter the checklist";
    /// Key: copy.
    KEY_COPY: "复制到剪贴板", "copy to the clipboard";
    /// Key: theme.
    KEY_THEME: "换配色：深色、浅色、高对比、无色", "next theme: dark, light, high contrast, none";
    /// Key: redraw.
    KEY_REDRAW: "重新显示", "draw the screen anew";
    /// Key: suspend.
    KEY_SUSPEND: "暂时回到命令行（fg 返回）", "back to the shell for a while (fg returns)";
    /// Key: palette.
    KEY_PALETTE: "命令面板：按名称找操作", "every action, by its name";
    /// Key: save a dialog.
    KEY_SAVE: "确定", "save";
    /// Key: next field.
    KEY_NEXT_FIELD: "下一栏", "next field";
    /// Key: field before.
    KEY_PREVIOUS_FIELD: "上一栏", "field before";
    /// Key: editor.
    KEY_EDITOR: "用自己的编辑器写（存为一行）", "write in your own editor (kept as one line)";
    /// Key: cancel.
    KEY_CANCEL: "取消", "cancel";
    /// Key: yes.
    KEY_YES: "确定", "yes";
    /// Key: no.
    KEY_NO: "取消", "no";
    /// Key: close a page.
    KEY_CLOSE_PAGE: "返回", "close";
    /// Key: keep a search.
    KEY_KEEP_SEARCH: "保留查找结果", "keep what was found";
    /// Key: end a search.
    KEY_END_SEARCH: "清除查找", "end the search";
    /// Key: run an action.
    KEY_RUN: "执行", "run";
    /// Key: toggle a filter.
    KEY_TOGGLE: "选用，或取消", "on or off";
    /// Key: next choice.
    KEY_NEXT_CHOICE: "下一个选项", "next choice";
    /// Key: choice before.
    KEY_PREVIOUS_CHOICE: "上一个选项", "choice before";
    /// Key: a day back.
    KEY_DAY_BACK: "前一天", "a day back";
    /// Key: a day on.
    KEY_DAY_ON: "后一天", "a day on";
    /// Key: a month back.
    KEY_MONTH_BACK: "前一月", "a month back";
    /// Key: a month on.
    KEY_MONTH_ON: "后一月", "a month on";
    /// Key: today.
    KEY_TO_TODAY: "今天", "today";
    /// Key: next question.
    KEY_NEXT_QUESTION: "下一项", "next question";
    /// Key: answer.
    KEY_ANSWER: "下一项，或开始使用", "next question, or start";
    /// Key: read checklists.
    KEY_READ_CHECKLISTS: "向下读清单", "read on in the checklists";
    /// Footer: mark.
    SHORT_MARK: "多选", "mark";
    /// Footer: other pane.
    SHORT_PANE: "换栏", "panel";
    /// Footer: filter.
    SHORT_FILTER: "筛选", "filter";
    /// Footer: palette.
    SHORT_PALETTE: "命令", "actions";
    /// Footer: save.
    SHORT_SAVE: "确定", "save";
    /// Footer: next field.
    SHORT_NEXT_FIELD: "下一栏", "next";
    /// Footer: editor.
    SHORT_EDITOR: "编辑器（存为一行）", "editor, as one line";
    /// Footer: cancel.
    SHORT_CANCEL: "取消", "cancel";
    /// Footer: yes.
    SHORT_YES: "确定", "yes";
    /// Footer: down.
    SHORT_DOWN: "下翻", "down";
    /// Footer: up.
    SHORT_UP: "上翻", "up";
    /// Footer: close a page.
    SHORT_CLOSE_PAGE: "返回", "close";
    /// Footer: keep a search.
    SHORT_KEEP_SEARCH: "完成", "keep";
    /// Footer: end a search.
    SHORT_END_SEARCH: "清除", "clear";
    /// Footer: run.
    SHORT_RUN: "执行", "run";
    /// Footer: toggle.
    SHORT_TOGGLE: "选用", "on or off";
    /// Footer: next choice.
    SHORT_NEXT_CHOICE: "换选项", "choose";
    /// Footer: a day back.
    SHORT_DAY_BACK: "前一天", "back";
    /// Footer: a day on.
    SHORT_DAY_ON: "后一天", "on";
    /// Footer: next question.
    SHORT_NEXT_QUESTION: "下一项", "next";
    /// Footer: read checklists.
    SHORT_READ_CHECKLISTS: "阅读清单", "read";
    /// Footer: language.
    SHORT_LANGUAGE: "English", "中文";
    /// Where keys work: in every view.
    EVERYWHERE: "各处", "Everywhere";
    /// Where keys work: over every view.
    OVER_ALL: "各种对话框", "Every dialog";
    /// Between places.
    BETWEEN: "、", ", ";
    /// The page that closes the weekly review.
    SUMMARY: "周总结", "Summary";
    /// A dialog.
    FORM: "对话框", "Dialog";
    /// A field that is a day.
    DAY_FIELD: "日期栏", "Day field";
    /// A field in which one of a few things is chosen.
    CHOICE: "选择栏", "Choice field";
    /// A question.
    QUESTION: "提问", "Question";
    /// A page that is read.
    READING: "帮助和说明", "Help, explanations";
    /// The search line.
    SEARCH: "查找行", "Search line";
    /// The palette.
    PALETTE: "命令面板", "Palette";
    /// The filters.
    FILTERS: "筛选", "Filters";
    /// The first run.
    SETUP: "第一次使用", "First run";
    /// The heading of the keys in a manual.
    KEYS: "按键", "KEYS";
    /// The head of a table of keys.
    TABLE_HEAD: "| 按键 | 作用 |\n|---|---|\n", "| key | what it does |\n|---|---|\n";
}
