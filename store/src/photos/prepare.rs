//! Making a photo of whatever was uploaded: nothing of the file is kept as it is.

use super::{
    jpeg,
    shrink::{opaque, shrunk},
};
use domain::{
    menu::{MAX_PHOTO_PIXELS, PhotoFile, PhotoId, PhotoSize},
    validation::Reason,
};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, ImageResult, Limits,
    codecs::jpeg::JpegEncoder, metadata::Orientation,
};
use sha2::{Digest, Sha256};
use std::io::Cursor;

/// The most memory that the pixels of a file may take, in bytes.
const MAX_MEMORY: u64 = 4 * MAX_PHOTO_PIXELS;
/// How good a photo looks, of 100.
const QUALITY: u8 = 82;

/// A photo, ready to be kept.
pub(super) struct Prepared {
    pub(super) photo: PhotoId,
    pub(super) files: Vec<(PhotoFile, Vec<u8>)>,
}

/// Makes a photo of a file.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn prepare(file: &[u8]) -> Result<Prepared, Reason> {
    let (picture, orientation) = decode(file)?;
    let mut large = shrunk(&opaque(picture), PhotoSize::Large.pixels());
    // It is small now: turning it takes no room.
    large.apply_orientation(orientation);
    let small = shrunk(&large, PhotoSize::Small.pixels());
    let encoded = [(PhotoSize::Small, small), (PhotoSize::Large, large)]
        .into_iter()
        .map(|(size, picture)| Ok((size, encode(&picture)?)));
    let encoded: ImageResult<Vec<_>> = encoded.collect();
    let encoded = encoded.map_err(|_| Reason::BrokenPhoto)?;
    let mut hash = Sha256::new();
    for (_, bytes) in &encoded {
        hash.update(bytes);
    }
    let hash: [u8; 32] = hash.finalize().into();
    let photo = PhotoId::from(hash);
    let files = encoded.into_iter();
    let files = files.map(|(size, bytes)| (photo.file(size), bytes));
    Ok(Prepared {
        files: files.collect(),
        photo,
    })
}

/// The pixels of a file, and which way up they are meant. What it is, its bytes say and
/// not its name; how much it would take is known before it is read.
fn decode(file: &[u8]) -> Result<(DynamicImage, Orientation), Reason> {
    let reader = ImageReader::new(Cursor::new(file)).with_guessed_format();
    let mut reader = reader.map_err(|_| Reason::NotAPhoto)?;
    match reader.format() {
        Some(ImageFormat::Jpeg) if !jpeg::is_whole(file) => return Err(Reason::BrokenPhoto),
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) => {}
        _ => return Err(Reason::NotAPhoto),
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(reason)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PHOTO_PIXELS || decoder.total_bytes() > MAX_MEMORY {
        return Err(TOO_MANY_PIXELS);
    }
    // A note that can't be read says nothing.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(reason)?;
    Ok((picture, orientation))
}

const TOO_MANY_PIXELS: Reason = Reason::TooManyPixels {
    max: MAX_PHOTO_PIXELS,
};

fn reason(error: ImageError) -> Reason {
    match error {
        ImageError::Limits(_) => TOO_MANY_PIXELS,
        _ => Reason::BrokenPhoto,
    }
}

/// A JPEG with the pixels and nothing else.
fn encode(picture: &DynamicImage) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    picture.to_rgb8().write_with_encoder(encoder)?;
    Ok(bytes)
}
