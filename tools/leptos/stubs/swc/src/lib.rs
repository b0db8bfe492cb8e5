//! What cargo-leptos names of swc: `../../Cargo.toml` says why.

use std::sync::Arc;
use swc_common::{SourceFile, SourceMap};

pub mod config {
    pub enum IsModule {
        Bool(bool),
    }

    impl Default for IsModule {
        fn default() -> Self {
            Self::Bool(true)
        }
    }

    #[derive(Default)]
    pub struct JsMinifyOptions {
        pub compress: super::BoolOrDataConfig,
        pub mangle: super::BoolOrDataConfig,
        pub module: IsModule,
        pub keep_classnames: bool,
    }
}

#[derive(Default)]
pub struct BoolOrDataConfig;

impl BoolOrDataConfig {
    pub fn from_bool(_: bool) -> Self {
        Self
    }
}

#[derive(Default)]
pub struct JsMinifyExtras;

pub struct TransformOutput {
    pub code: String,
}

pub enum Handler {}

#[derive(Default)]
pub struct HandlerOpts;

pub struct Compiler;

impl Compiler {
    pub fn new(_: Arc<SourceMap>) -> Self {
        Self
    }

    pub fn minify(
        &self,
        _: Arc<SourceFile>,
        handler: &Handler,
        _: &config::JsMinifyOptions,
        _: JsMinifyExtras,
    ) -> anyhow::Result<TransformOutput> {
        match *handler {}
    }
}

pub struct NoMinifier;

impl NoMinifier {
    pub fn to_pretty_error(&self) -> anyhow::Error {
        anyhow::anyhow!("this cargo-leptos is for development: it has no minifier (tools/setup release)")
    }
}

pub fn try_with_handler<T>(
    _: Arc<SourceMap>,
    _: HandlerOpts,
    _: impl FnOnce(&Handler) -> anyhow::Result<T>,
) -> Result<T, NoMinifier> {
    Err(NoMinifier)
}
