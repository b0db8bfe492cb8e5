//! A table of a TOML file, taken apart key by key: what is wrong is told of each.

use super::faults::Faults;
use toml::{Table, Value};

/// What is left of a table.
pub(super) struct Keys<'a> {
    /// What stands before a key of it: nothing, or `week.`.
    prefix: &'static str,
    table: Table,
    faults: &'a mut Faults,
}

impl<'a> Keys<'a> {
    pub(super) fn new(prefix: &'static str, table: Table, faults: &'a mut Faults) -> Self {
        Self {
            prefix,
            table,
            faults,
        }
    }

    /// The text of a key.
    pub(super) fn text(&mut self, key: &str) -> String {
        match self.table.remove(key) {
            Some(Value::String(text)) => text,
            found => self.wrong(key, found, "a text in quotation marks"),
        }
    }

    /// The texts of a key.
    pub(super) fn texts(&mut self, key: &str) -> Vec<String> {
        let texts = |values: &[Value]| {
            let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<_>>>()
        };
        let found = self.table.remove(key);
        let array = found.as_ref().and_then(Value::as_array);
        match array.and_then(|values| texts(values)) {
            Some(texts) => texts,
            None => self.wrong(key, found, "a list of texts"),
        }
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, key: &str) -> bool {
        match self.table.remove(key) {
            Some(Value::Boolean(flag)) => flag,
            found => self.wrong(key, found, "true or false"),
        }
    }

    /// A whole number, as it is typed; nothing where the key is not there.
    pub(super) fn number(&mut self, key: &str) -> String {
        match self.table.remove(key) {
            None => String::new(),
            Some(Value::Integer(number)) => number.to_string(),
            found => self.wrong(key, found, "a whole number"),
        }
    }

    /// A table in it.
    pub(super) fn table(&mut self, key: &str) -> Table {
        match self.table.remove(key) {
            Some(Value::Table(table)) => table,
            found => self.wrong(key, found, "a table"),
        }
    }

    /// A table in it that need not be there.
    pub(super) fn optional_table(&mut self, key: &str) -> Option<Table> {
        self.table.contains_key(key).then(|| self.table(key))
    }

    /// Where there is more, somebody has mistaken a key.
    pub(super) fn end(self) {
        for key in self.table.keys() {
            let key = format!("{}{key}", self.prefix);
            self.faults.note(key, "there is no such setting".to_owned());
        }
    }

    fn wrong<T: Default>(&mut self, key: &str, found: Option<Value>, expected: &str) -> T {
        let text = match found {
            None => format!("it is missing: {expected}"),
            Some(found) => format!("this has to be {expected}, and is a {}", found.type_str()),
        };
        self.faults.note(format!("{}{key}", self.prefix), text);
        T::default()
    }
}
