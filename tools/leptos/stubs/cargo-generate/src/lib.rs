//! What cargo-leptos names of cargo-generate: `../../Cargo.toml` says why.

#[derive(Default)]
pub struct TemplatePath {
    pub git: Option<String>,
    pub branch: Option<String>,
    pub tag: Option<String>,
    pub path: Option<String>,
    pub subfolder: Option<String>,
}

#[derive(Default)]
pub struct GenerateArgs {
    pub template_path: TemplatePath,
    pub name: Option<String>,
    pub force: bool,
    pub verbose: bool,
    pub init: bool,
    pub quiet: bool,
}

pub fn generate(_: GenerateArgs) -> anyhow::Result<()> {
    anyhow::bail!("this cargo-leptos is for development: it starts no new projects")
}
