//! What the printer's client says, on paper and to the back office.

use domain::language::Language;

/// The words of one language.
#[derive(Debug)]
pub(super) struct Words {
    /// Above a ticket that may have been printed before.
    pub(super) copy: &'static str,
    pub(super) note: &'static str,
    pub(super) total: &'static str,
    /// The title of messages.
    pub(super) printer: &'static str,
    pub(super) no_paper: &'static str,
    pub(super) no_answer: &'static str,
    pub(super) offline: &'static str,
    pub(super) works_again: &'static str,
}

const CHINESE: Words = Words {
    copy: "可能重复 COPY?",
    note: "备注",
    total: "合计",
    printer: "打印机",
    no_paper: "缺纸。订单不会丢失，换纸后自动补打。",
    no_answer: "没有应答。订单不会丢失，恢复后自动补打。",
    offline: "未就绪（上盖打开或出错）。订单不会丢失，恢复后自动补打。",
    works_again: "已恢复。",
};

const ENGLISH: Words = Words {
    copy: "COPY? 可能重复",
    note: "Note",
    total: "Total",
    printer: "Printer",
    no_paper: "No paper. Orders wait, and are printed when there is some.",
    no_answer: "It does not answer. Orders wait, and are printed when it does.",
    offline: "It is not ready (cover open, or an error). Orders wait until it is.",
    works_again: "Works again.",
};

/// The words of that language.
pub(super) const fn words(language: Language) -> &'static Words {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}
