//! cargo-leptos, as its own crate starts it.

use cargo_leptos::{config::Cli, run};
use clap::Parser;

#[tokio::main]
async fn main() -> color_eyre::Result<()> {
    color_eyre::install()?;
    // `cargo leptos watch` calls `cargo-leptos leptos watch`.
    let args = std::env::args_os().enumerate();
    let args = Cli::parse_from(
        args.filter(|(i, a)| *i != 1 || a != "leptos")
            .map(|(_, a)| a),
    );
    let verbose = args.opts().map(|o| o.verbose).unwrap_or(0);
    cargo_leptos::logger::setup(verbose, &args.log);
    run(args).await
}
