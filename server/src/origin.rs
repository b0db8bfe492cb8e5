//! Origins (RFC 6454), as browsers write them.

use axum::http::{HeaderValue, Uri};

/// An origin as browsers write it: scheme, host, and the port where it is not
/// the scheme's own. `null` is none: it is what every page without one says.
///
/// # Errors
/// Why it is none, in words.
pub(crate) fn origin(text: &str) -> Result<HeaderValue, String> {
    let wrong = || format!("{text} is no origin such as https://screen.example:8443");
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let (Some(scheme @ ("http" | "https")), Some(authority)) = (uri.scheme_str(), uri.authority())
    else {
        return Err(wrong());
    };
    let own = format!("{scheme}://{authority}");
    let default_port = match scheme {
        "http" => ":80",
        _ => ":443",
    };
    let is_written_so = own == text
        && own == own.to_ascii_lowercase()
        && !own.contains('@')
        && !own.ends_with(default_port);
    match is_written_so {
        true => HeaderValue::from_str(text).map_err(|_| wrong()),
        false => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_taken_only_as_browsers_write_it() {
        for text in [
            "https://screen.example",
            "http://192.168.1.7:8080",
            "http://localhost:3000",
        ] {
            assert!(origin(text).is_ok(), "{text}");
        }
        for text in [
            "",
            "*",
            "null",
            "screen.example",
            "https://",
            "https://screen.example/",
            "https://screen.example/menu",
            "https://Screen.example",
            "https://screen.example:443",
            "https://li@screen.example",
            "file:///menu",
        ] {
            assert!(origin(text).is_err(), "{text}");
        }
    }
}
