//! Pictures, and forms that send them.

use super::{Admin, client, pages::Sent};
use image::{ImageFormat, Rgb, RgbImage};
use reqwest::{
    multipart::{Form, Part},
    redirect::Policy,
};
use std::io::Cursor;

/// A picture of one colour.
pub(crate) fn plain(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    encode(
        &RgbImage::from_pixel(width, height, Rgb([200, 90, 40])),
        format,
    )
}

/// A picture that can't be made much smaller.
pub(crate) fn noisy(width: u32, height: u32, seed: u32) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    let mut next = || {
        // Xorshift.
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[0]
    };
    let picture = RgbImage::from_fn(width, height, |_, _| Rgb([next(), next(), next()]));
    encode(&picture, ImageFormat::Png)
}

fn encode(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The head of a PNG of so many pixels, and no more than that.
pub(crate) fn bomb(side: u32) -> Vec<u8> {
    let mut head = b"IHDR".to_vec();
    head.extend([side.to_be_bytes(), side.to_be_bytes()].concat());
    head.extend([8, 2, 0, 0, 0]);
    let check = crc(&head).to_be_bytes();
    let start = b"\x89PNG\r\n\x1a\n\0\0\0\x0d";
    let pixels = b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82";
    [start, &head[..], &check, pixels].concat()
}

/// The check of a part of a PNG (annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 * (sum & 1))
        })
    })
}

impl Admin {
    /// Sends a file as the photo of a dish.
    pub(crate) async fn upload(&self, dish: &str, name: &str, file: Vec<u8>) -> Sent {
        let part = Part::bytes(file).file_name(name.to_owned());
        let form = Form::new().part("photo", part);
        self.send_parts(dish, form, "en").await
    }

    /// Sends any parts as the photo of a dish, in a language.
    pub(crate) async fn send_parts(&self, dish: &str, form: Form, language: &str) -> Sent {
        let client = client::builder().redirect(Policy::none()).build().unwrap();
        let path = format!("{}/admin/menu/dishes/{dish}/photo", self.url);
        let request = client.post(path).multipart(form);
        let request = request
            .header("accept", "text/html")
            .header("accept-language", language)
            .header("cookie", &self.cookie);
        Sent::of(request.send().await.unwrap()).await
    }
}
