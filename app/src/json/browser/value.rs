//! A value, as Serde reads it.

use super::{
    Error,
    access::{Elements, Fields, Variant},
};
use js_sys::Array;
use serde::{Deserializer, de::Visitor, forward_to_deserialize_any};
use wasm_bindgen::JsValue;

/// A value of the browser's.
pub(super) struct Value(pub(super) JsValue);

impl Value {
    /// A whole number. JSON of the shop has no other ones, and none beyond 2^53.
    fn number(&self) -> Result<i64, Error> {
        let number = self.0.as_f64().ok_or(Error)?;
        #[expect(clippy::cast_possible_truncation, reason = "that is what is looked at")]
        let whole = number as i64;
        #[expect(clippy::cast_precision_loss, reason = "that is what is looked at")]
        let is_whole = whole as f64 == number;
        is_whole.then_some(whole).ok_or(Error)
    }

    fn text(&self) -> Result<String, Error> {
        self.0.as_string().ok_or(Error)
    }

    pub(super) fn is_none(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    fn elements(&self) -> Result<Elements, Error> {
        if !Array::is_array(&self.0) {
            return Err(Error);
        }
        Ok(Elements::of(Array::from(&self.0)))
    }

    pub(super) fn fields(self, names: &'static [&'static str]) -> Result<Fields, Error> {
        if !self.0.is_object() {
            return Err(Error);
        }
        Ok(Fields::of(self.0, names))
    }
}

/// Numbers of each size are told as the largest; Serde looks whether they fit.
macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_i64(self.number()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Value {
    type Error = Error;

    /// Nothing that the shop tells has to be looked at to know what it is.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error)
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.0.as_bool().ok_or(Error)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.is_none() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    /// The answer to what is only done.
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.is_none().then_some(()).ok_or(Error)?;
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(self.elements()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(self.fields(fields)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(Variant(self))
    }

    forward_to_deserialize_any! {
        f32 f64 char bytes byte_buf unit_struct tuple_struct map ignored_any
    }
}
