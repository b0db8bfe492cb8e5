//! Pictures made small.

use image::{DynamicImage, Rgba, imageops::FilterType};

/// From how many times its size a picture is shrunk quickly first, and then well.
const ROUGHLY_FROM: u32 = 4;

/// A picture whose longer side has at the most so many pixels; none is enlarged.
pub(super) fn shrunk(picture: &DynamicImage, side: u32) -> DynamicImage {
    let longer = picture.width().max(picture.height());
    if longer <= side {
        return picture.clone();
    }
    // The good way takes as much memory again as the picture has.
    let rough = (longer > ROUGHLY_FROM * side).then(|| picture.thumbnail(2 * side, 2 * side));
    let rough = rough.as_ref().unwrap_or(picture);
    rough.resize(side, side, FilterType::CatmullRom)
}

/// A picture on white, where something is to be seen through: JPEG can't say that.
pub(super) fn opaque(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture;
    }
    // In place: a large picture is not copied.
    let mut pixels = picture.into_rgba8();
    for Rgba([red, green, blue, alpha]) in pixels.pixels_mut() {
        for part in [red, green, blue] {
            *part = over_white(*part, *alpha);
        }
        *alpha = u8::MAX;
    }
    pixels.into()
}

/// A part of a colour that lets white through.
fn over_white(part: u8, alpha: u8) -> u8 {
    let [part, alpha, full] = [part, alpha, u8::MAX].map(u16::from);
    let mixed = (part * alpha + full * (full - alpha)) / full;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbaImage;

    #[test]
    fn what_is_clear_becomes_white() {
        for (colour, seen) in [
            ([0, 0, 0, 0], [255, 255, 255, 255]),
            ([10, 20, 30, 255], [10, 20, 30, 255]),
            ([0, 0, 0, 51], [204, 204, 204, 255]),
        ] {
            let picture = RgbaImage::from_pixel(1, 1, Rgba(colour));
            let seen_now = opaque(picture.into()).into_rgba8();
            assert_eq!(seen_now.get_pixel(0, 0).0, seen);
        }
    }

    #[test]
    fn a_picture_keeps_its_form_and_is_not_enlarged() {
        for ((width, height), expected) in [
            ((2000, 1000), (160, 80)),
            ((300, 600), (80, 160)),
            ((90, 50), (90, 50)),
            ((9000, 2), (160, 1)),
        ] {
            let picture = DynamicImage::new_rgb8(width, height);
            let small = shrunk(&picture, 160);
            assert_eq!((small.width(), small.height()), expected);
        }
    }
}
