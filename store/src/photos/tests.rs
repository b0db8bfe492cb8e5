//! What becomes of files that are uploaded, and of those that are kept.

use super::PhotoFolder;
use domain::{
    menu::{MAX_PHOTO_PIXELS, PhotoId, PhotoSize},
    ports::{PhotoError, Photos},
    validation::Reason,
};
use image::{
    DynamicImage, ExtendedColorType, GenericImageView, ImageEncoder, ImageFormat, Rgb, RgbImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};
use std::{
    collections::HashSet,
    fs::{self, File},
    io::Cursor,
    path::PathBuf,
    time::{Duration, SystemTime},
};
use tempfile::TempDir;

struct Kept {
    folder: TempDir,
    photos: PhotoFolder,
}

impl Kept {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let photos = PhotoFolder::open(&folder.path().join("photos")).unwrap();
        Self { folder, photos }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("photos")
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    async fn picture(&self, photo: &PhotoId, size: PhotoSize) -> DynamicImage {
        let bytes = self.photos.read(&photo.file(size)).await.unwrap().unwrap();
        image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).unwrap()
    }

    async fn refusal(&self, file: &[u8]) -> Reason {
        match self.photos.keep(file.to_vec()).await {
            Err(PhotoError::Refused(reason)) => reason,
            other => panic!("not refused: {other:?}"),
        }
    }
}

/// A picture whose left half is red, and the other blue.
fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| match x < width / 2 {
        true => Rgb([220, 20, 20]),
        false => Rgb([20, 20, 220]),
    })
}

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture(width, height).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// What a camera notes beside the picture: which way it was held, and a word.
fn note(orientation: u8) -> Vec<u8> {
    let mut note = b"II*\0\x08\0\0\0\x02\0".to_vec();
    // Two entries of twelve bytes: a text that stands behind them, and the orientation.
    note.extend(b"\x0e\x01\x02\0\x08\0\0\0\x26\0\0\0");
    note.extend([0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    note.extend(b"\0\0\0\0HOMEADR\0");
    note
}

fn with_note(mut encoder: impl ImageEncoder, picture: &RgbImage, note: Vec<u8>) {
    encoder.set_exif_metadata(note).unwrap();
    let (width, height) = picture.dimensions();
    let written = encoder.write_image(picture, width, height, ExtendedColorType::Rgb8);
    written.unwrap();
}

#[tokio::test]
async fn a_photo_is_kept_in_each_size_whatever_it_came_as() {
    let kept = Kept::new();
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let photo = kept.photos.keep(encoded(1000, 500, format)).await.unwrap();
        let large = kept.picture(&photo, PhotoSize::Large).await;
        assert_eq!(large.dimensions(), (640, 320), "{format:?}");
        let small = kept.picture(&photo, PhotoSize::Small).await;
        assert_eq!(small.dimensions(), (160, 80), "{format:?}");
    }
    let again = encoded(1000, 500, ImageFormat::Png);
    let (one, other) = (kept.photos.keep(again.clone()), kept.photos.keep(again));
    assert_eq!(one.await.unwrap(), other.await.unwrap());
    let unknown = PhotoId::from([0; 32]).file(PhotoSize::Small);
    assert_eq!(kept.photos.read(&unknown).await, Ok(None));
}

#[tokio::test]
async fn a_photo_stands_upright_and_says_nothing_beside() {
    let kept = Kept::new();
    let (picture, mut files) = (picture(100, 50), [(); 3].map(|()| Vec::new()));
    let [jpeg, png, webp] = &mut files;
    // Held so that its left is up.
    with_note(JpegEncoder::new(jpeg), &picture, note(6));
    with_note(PngEncoder::new(png), &picture, note(6));
    with_note(WebPEncoder::new_lossless(webp), &picture, note(6));
    for file in files {
        assert!(file.windows(7).any(|part| part == b"HOMEADR"));
        let photo = kept.photos.keep(file).await.unwrap();
        let upright = kept.picture(&photo, PhotoSize::Large).await.into_rgb8();
        assert_eq!(upright.dimensions(), (50, 100));
        let (above, below) = (upright.get_pixel(25, 10), upright.get_pixel(25, 90));
        assert!(above[0] > 180 && above[2] < 80, "{above:?}");
        assert!(below[2] > 180 && below[0] < 80, "{below:?}");
        for size in PhotoSize::ALL {
            let bytes = kept.photos.read(&photo.file(size)).await.unwrap().unwrap();
            for word in [&b"HOMEADR"[..], b"Exif", b"\xff\xe1", b"\xff\xe2"] {
                assert!(!bytes.windows(word.len()).any(|part| part == word));
            }
        }
    }
}

/// A JPEG that says of itself that it is larger than it is.
fn inflated(side: u16) -> Vec<u8> {
    let mut jpeg = encoded(8, 8, ImageFormat::Jpeg);
    let frame = jpeg
        .windows(2)
        .position(|mark| mark == [0xff, 0xc0])
        .unwrap();
    for place in [frame + 5, frame + 7] {
        jpeg[place..place + 2].copy_from_slice(&side.to_be_bytes());
    }
    jpeg
}

#[tokio::test]
async fn what_is_no_photo_leaves_nothing_behind() {
    let kept = Kept::new();
    for file in [
        &b"hello"[..],
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
        b"GIF89a\x01\0\x01\0\0\0\0;",
        b"BM\0\0\0\0\0\0\0\0",
        b"\0\0\0\x18ftypheic",
    ] {
        assert_eq!(kept.refusal(file).await, Reason::NotAPhoto, "{file:?}");
    }
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(300, 200, format);
        for part in [12, whole.len() / 2, whole.len() - 30] {
            let reason = kept.refusal(&whole[..part]).await;
            assert_eq!(reason, Reason::BrokenPhoto, "{format:?} {part}");
        }
    }
    let max = MAX_PHOTO_PIXELS;
    let reason = kept.refusal(&inflated(50_000)).await;
    assert_eq!(reason, Reason::TooManyPixels { max });
    assert_eq!(kept.names(), [] as [&str; 0]);
}

#[tokio::test]
async fn files_that_no_dish_has_go_after_a_while() {
    let kept = Kept::new();
    let photo = kept.photos.keep(encoded(20, 10, ImageFormat::Png));
    let photo = photo.await.unwrap();
    let other = kept.photos.keep(encoded(10, 20, ImageFormat::Png));
    other.await.unwrap();
    fs::write(kept.path().join("of somebody else.jpg"), "").unwrap();
    fs::write(kept.path().join(".photo-of-a-power-cut"), "").unwrap();
    let used = HashSet::from([photo.clone()]);
    // They are new: somebody may be about to use them.
    assert_eq!(kept.photos.remove_others(used.clone()).await, Ok(0));
    let long_ago = SystemTime::now() - Duration::from_secs(3601);
    for name in kept.names() {
        let file = File::options().write(true).open(kept.path().join(name));
        file.unwrap().set_modified(long_ago).unwrap();
    }
    assert_eq!(kept.photos.remove_others(used).await, Ok(3));
    let mut left = PhotoSize::ALL
        .map(|size| photo.file(size).to_string())
        .to_vec();
    left.push("of somebody else.jpg".to_owned());
    left.sort();
    assert_eq!(kept.names(), left);
}

#[cfg(unix)]
#[tokio::test]
async fn photos_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let kept = Kept::new();
    let photo = kept.photos.keep(encoded(20, 10, ImageFormat::Png));
    let photo = photo.await.unwrap();
    let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(kept.path()), 0o700);
    let file = photo.file(PhotoSize::Small).to_string();
    assert_eq!(mode(kept.path().join(file)), 0o600);
}
