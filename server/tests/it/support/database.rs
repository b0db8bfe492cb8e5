//! The server's database file, as another program sees it.

use sqlx::{ConnectOptions, Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{collections::HashMap, fs, path::PathBuf, time::Duration};
use tokio::time::sleep;

/// A connection of another program.
pub(crate) struct Database {
    pub(crate) path: PathBuf,
    connection: SqliteConnection,
}

impl Database {
    pub(crate) async fn open(path: PathBuf) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(&path)
            .busy_timeout(Duration::from_secs(20));
        Self {
            connection: options.connect().await.unwrap(),
            path,
        }
    }

    /// Runs SQL that gives no rows.
    pub(crate) async fn run(&mut self, sql: &'static str) {
        sqlx::raw_sql(sql)
            .execute(&mut self.connection)
            .await
            .unwrap();
    }

    /// The number that a query gives.
    pub(crate) async fn number(&mut self, sql: &'static str) -> i64 {
        let number = sqlx::query_scalar(sql).fetch_one(&mut self.connection);
        number.await.unwrap()
    }

    /// Waits until a query gives that number.
    pub(crate) async fn until(&mut self, sql: &'static str, wanted: i64) {
        let mut patience = 400;
        while self.number(sql).await != wanted {
            assert_ne!(patience, 0, "{sql} never gave {wanted}");
            patience -= 1;
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// The token of each order, by the key of its request.
    pub(crate) async fn orders(&mut self) -> HashMap<String, String> {
        let rows = sqlx::query_as("select request_id, token from orders");
        let rows = rows.fetch_all(&mut self.connection).await.unwrap();
        rows.into_iter().collect()
    }

    /// The identity of a user.
    pub(crate) async fn user(&mut self, name: &str) -> i64 {
        let id = sqlx::query_scalar("select id from users where name = ?").bind(name);
        id.fetch_one(&mut self.connection).await.unwrap()
    }

    /// The events after one: place, name, whom they are for, and whether they
    /// expire soon.
    pub(crate) async fn events_after(&mut self, seq: i64) -> Vec<(i64, String, Option<i64>, bool)> {
        let rows = sqlx::query_as(
            "select seq, name, user_id, coalesce(expires_at - created_at <= 1000, false)
            from events where seq > ? order by seq",
        );
        let rows = rows.bind(seq).fetch_all(&mut self.connection).await;
        rows.unwrap()
    }

    /// Appends that many changes of nothing to the log. The server must not run.
    pub(crate) async fn append(&mut self, count: u32, created_at: i64, data: &str) {
        sqlx::query(
            r"
            insert into events (name, data, created_at)
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
            select 'change', ?, ? from numbers
            ",
        )
        .bind(count)
        .bind(data)
        .bind(created_at)
        .execute(&mut self.connection)
        .await
        .unwrap();
    }

    /// A copy, made as a backup is: while the server may be running.
    pub(crate) async fn back_up(&mut self) -> Vec<u8> {
        let copy = self.path.with_extension("backup");
        sqlx::query("vacuum into ?")
            .bind(copy.to_str())
            .execute(&mut self.connection)
            .await
            .unwrap();
        let bytes = fs::read(&copy).unwrap();
        fs::remove_file(copy).unwrap();
        bytes
    }

    /// Puts a copy in the database's place, as an administrator does whose
    /// server has ended.
    pub(crate) async fn restore(self, copy: &[u8]) {
        self.connection.close().await.unwrap();
        for journal in ["db-wal", "db-shm"] {
            // Who closes last removes them.
            let _ = fs::remove_file(self.path.with_extension(journal));
        }
        fs::write(&self.path, copy).unwrap();
    }
}
