//! What is inside of a value.

use super::{Error, value::Value};
use js_sys::{Array, Object, Reflect};
use serde::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, SeqAccess, VariantAccess, Visitor},
};
use std::slice;
use wasm_bindgen::JsValue;

/// What an array holds, one after the other.
pub(super) struct Elements {
    array: Array,
    next: u32,
}

impl Elements {
    pub(super) fn of(array: Array) -> Self {
        Self { array, next: 0 }
    }
}

impl<'de> SeqAccess<'de> for Elements {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        if self.next == self.array.length() {
            return Ok(None);
        }
        let element = self.array.get(self.next);
        self.next += 1;
        seed.deserialize(Value(element)).map(Some)
    }
}

/// What an object holds under the names of a struct's fields, in their order.
pub(super) struct Fields {
    object: JsValue,
    names: slice::Iter<'static, &'static str>,
}

impl Fields {
    pub(super) fn of(object: JsValue, names: &'static [&'static str]) -> Self {
        let names = names.iter();
        Self { object, names }
    }
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Error;

    /// A field that is not there is told as one that does not come any more: Serde takes its
    /// default, and fails if it has none.
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let name = self.names.next().ok_or(Error)?;
        let field = Reflect::get(&self.object, &(*name).into()).map_err(|_| Error)?;
        if field.is_undefined() {
            return Ok(None);
        }
        seed.deserialize(Value(field)).map(Some)
    }
}

/// A variant of an enum: its name alone, or an object that has what it carries under its name.
pub(super) struct Variant(pub(super) Value);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Error;
    type Variant = Value;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Value), Error> {
        let Self(value) = self;
        let (name, carried) = match value.0.is_object() {
            true => {
                let object = Object::from(value.0);
                let name = Object::keys(&object).get(0);
                let carried = Reflect::get(&object, &name).map_err(|_| Error)?;
                (name, carried)
            }
            false => (value.0, JsValue::UNDEFINED),
        };
        Ok((seed.deserialize(Value(name))?, Value(carried)))
    }
}

impl<'de> VariantAccess<'de> for Value {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        self.is_none().then_some(()).ok_or(Error)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(self.fields(fields)?)
    }
}
