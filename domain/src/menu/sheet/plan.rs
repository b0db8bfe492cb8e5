//! What a whole table would change.

use super::{
    AddedItem, CellChange, ChangedItem, Column, MenuImport, Place, RowFault, RowReason, Seen,
    SeenItem, SheetError,
    place::Places,
    read::{Row, Sheet, read},
    row::{Fault, Known, Wanted, wanted},
};
use crate::{
    ids::ItemId,
    language::Localized,
    menu::{Category, Item},
    money::Currency,
};
use csv::StringRecord;
use std::collections::{HashMap, HashSet};
use strum::VariantArray;

/// What a table would change. Only one without faults can be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    /// What would be done.
    pub import: MenuImport,
    /// The dishes that would stay as they are, by name.
    pub unchanged: Vec<Localized>,
    /// What is wrong with rows.
    pub faults: Vec<RowFault>,
    /// Columns that mean nothing here, by name.
    pub ignored: Vec<String>,
}

impl ImportPlan {
    /// What a table would change of a menu. Where somebody has agreed to it before, it
    /// is the same again: dishes that would have stayed as they were stay as they are.
    ///
    /// # Errors
    /// It is no such table.
    pub fn new(
        text: &str,
        menu: &[Category],
        currency: Currency,
        agreed: Option<&Seen>,
    ) -> Result<Self, SheetError> {
        let sheet = read(text)?;
        let mut planner = Planner::new(menu, currency, agreed);
        for row in &sheet.rows {
            match &row.cells {
                Ok(cells) => planner.row(&sheet, row, cells),
                Err(reason) => planner.fault(row, (None, *reason)),
            }
        }
        let mut plan = planner.plan;
        plan.import.categories = planner.places.new;
        plan.import.seen.items.sort_by_key(|item| item.id);
        plan.ignored = sheet.ignored;
        Ok(plan)
    }

    /// Whether it would change nothing.
    pub fn is_empty(&self) -> bool {
        self.import.added.is_empty() && self.import.changed.is_empty()
    }
}

/// A plan in the making.
struct Planner<'a> {
    plan: ImportPlan,
    places: Places<'a>,
    known: HashMap<ItemId, Known<'a>>,
    named: HashSet<ItemId>,
    currency: Currency,
    agreed: Option<&'a Seen>,
}

impl<'a> Planner<'a> {
    fn new(menu: &'a [Category], currency: Currency, agreed: Option<&'a Seen>) -> Self {
        let all = menu.iter().flat_map(|category| {
            let items = category.items.iter();
            items.map(move |item| (item.id, Known { category, item }))
        });
        Self {
            plan: ImportPlan {
                import: MenuImport {
                    seen: Seen::of(menu, currency),
                    categories: Vec::new(),
                    added: Vec::new(),
                    changed: Vec::new(),
                },
                unchanged: Vec::new(),
                faults: Vec::new(),
                ignored: Vec::new(),
            },
            places: Places::new(menu),
            known: all.collect(),
            named: HashSet::new(),
            currency,
            agreed,
        }
    }

    fn fault(&mut self, row: &Row, (column, reason): Fault) {
        let line = row.line;
        self.plan.faults.push(RowFault {
            line,
            column,
            reason,
        });
    }

    fn row(&mut self, sheet: &Sheet, row: &Row, cells: &StringRecord) {
        let outcome = match sheet.cell(cells, Column::Id).unwrap_or_default() {
            "" => self.add(sheet, cells),
            id => self.change(sheet, cells, id),
        };
        for fault in outcome.err().unwrap_or_default() {
            self.fault(row, fault);
        }
    }

    fn add(&mut self, sheet: &Sheet, cells: &StringRecord) -> Result<(), Vec<Fault>> {
        let wanted = wanted(sheet, cells, None, &mut self.places, self.currency)?;
        self.plan.import.added.push(AddedItem {
            place: wanted.place,
            fields: wanted.fields,
            visible: wanted.visible,
        });
        Ok(())
    }

    fn change(&mut self, sheet: &Sheet, cells: &StringRecord, id: &str) -> Result<(), Vec<Fault>> {
        let wrong = |reason| vec![(Some(Column::Id), reason)];
        let id: ItemId = id.parse().map_err(|_| wrong(RowReason::UnknownId))?;
        if !self.named.insert(id) {
            return Err(wrong(RowReason::RepeatedId));
        }
        let agreed = self.agreed.map(|agreed| agreed.item(id));
        // Nobody agreed to a change of it, whatever it is by now.
        if agreed == Some(None) {
            return Ok(());
        }
        let known = self.known.get(&id).copied();
        let Known { category, item } = known.ok_or_else(|| wrong(RowReason::UnknownId))?;
        let item = match agreed.flatten() {
            Some(seen) => &with_stock(item, seen.stock),
            None => item,
        };
        let known = Known { category, item };
        let places = &mut self.places;
        let wanted = wanted(sheet, cells, Some(known), places, self.currency)?;
        let cells = self.differences(known, &wanted);
        if cells.is_empty() {
            self.plan.unchanged.push(item.fields.name.clone());
            return Ok(());
        }
        self.plan.import.seen.items.push(SeenItem::of(item));
        self.plan.import.changed.push(ChangedItem {
            id,
            name: item.fields.name.clone(),
            place: wanted.place,
            keep_stock: wanted.fields.stock == item.fields.stock,
            fields: wanted.fields,
            visible: wanted.visible,
            cells,
        });
        Ok(())
    }

    fn differences(&self, known: Known<'_>, wanted: &Wanted) -> Vec<CellChange> {
        let category = self.places.name(wanted.place);
        let is_moved = wanted.place != Place::Known(known.category.id);
        let before = known.dish(self.currency);
        let after = wanted.dish(before.id, &category, self.currency);
        let cells = Column::VARIANTS.iter().map(|column| CellChange {
            column: *column,
            before: column.cell(&before),
            after: column.cell(&after),
        });
        let is_category = |column| matches!(column, Column::CategoryZh | Column::CategoryEn);
        cells
            .filter(|cell| cell.before != cell.after && (is_moved || !is_category(cell.column)))
            .collect()
    }
}

fn with_stock(item: &Item, stock: Option<u32>) -> Item {
    let mut item = item.clone();
    item.fields.stock = stock;
    item
}
