//! Values, and what is inside of them, as Serde reads them.

use super::error::Error;
use js_sys::{Array, JSON, Object, Reflect};
use serde::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, SeqAccess, VariantAccess, Visitor},
    forward_to_deserialize_any,
};
use std::slice;
use wasm_bindgen::JsValue;

/// What a text says, of the kind that `seed` knows.
///
/// # Errors
/// It says something else.
pub(crate) fn read_as<'de, Seed>(seed: Seed, text: &str) -> Result<Seed::Value, Error>
where
    Seed: DeserializeSeed<'de>,
{
    seed.deserialize(Value(JSON::parse(text).map_err(|_| Error)?))
}

/// A value of the browser's.
struct Value(JsValue);

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

    fn is_none(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    fn elements(&self) -> Result<Elements, Error> {
        if !Array::is_array(&self.0) {
            return Err(Error);
        }
        Ok(Elements {
            array: Array::from(&self.0),
            next: 0,
        })
    }

    fn fields(self, names: &'static [&'static str]) -> Result<Fields, Error> {
        if !self.0.is_object() {
            return Err(Error);
        }
        Ok(Fields {
            object: self.0,
            names: names.iter(),
        })
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
        self.unit_variant()?;
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

/// What an array holds, one after the other.
struct Elements {
    array: Array,
    next: u32,
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
struct Fields {
    object: JsValue,
    names: slice::Iter<'static, &'static str>,
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
struct Variant(Value);

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
        self.deserialize_struct("", fields, visitor)
    }
}
