//! Applies the migrations to an empty database, against which sqlx checks every
//! query at compile time: no server to run, no cache of queries to keep fresh.

use sqlx::{Connection, SqliteConnection, migrate::Migrator, sqlite::SqliteConnectOptions};
use std::{env, error::Error, fs, path::Path};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=../migrations");
    println!("cargo:rerun-if-changed=build.rs");
    let database = Path::new(&env::var("OUT_DIR")?).join("schema.db");
    if database.exists() {
        fs::remove_file(&database)?;
    }
    let options = SqliteConnectOptions::new()
        .filename(&database)
        .create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    Migrator::new(Path::new("../migrations"))
        .await?
        .run(&mut connection)
        .await?;
    connection.close().await?;
    println!("cargo:rustc-env=DATABASE_URL=sqlite:{}", database.display());
    Ok(())
}
