//! The database of a running server, opened read-only beside it: what was really recorded, whatever the API says.

use anyhow::{Context as _, ensure};
use sqlx::{Connection as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    collections::BTreeMap,
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

/// Every change of status that a server recorded.
#[derive(Debug)]
pub struct Ledger {
    connection: SqliteConnection,
}

impl Ledger {
    /// Opens the database in this data folder.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub async fn open(data_dir: &Path) -> anyhow::Result<Self> {
        let files: Vec<PathBuf> = fs::read_dir(data_dir)?.flatten().map(|entry| entry.path()).collect();
        let databases: Vec<&PathBuf> = files.iter().filter(|path| is_database(path)).collect();
        ensure!(databases.len() == 1, "expected one database, found {databases:?}");
        let options = SqliteConnectOptions::new().filename(databases[0]).read_only(true);
        let connection =
            SqliteConnection::connect_with(&options).await.context("failed to open the database")?;
        Ok(Self { connection })
    }

    /// For each execution, by its id in hexadecimal digits, the statuses it went through in order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn paths(&mut self) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
        let rows = sqlx::query(
            "SELECT lower(hex(executions.id)) AS id, transitions.to_status AS status \
             FROM transitions JOIN executions ON executions.seq = transitions.execution \
             ORDER BY transitions.execution, transitions.seq",
        )
        .fetch_all(&mut self.connection)
        .await?;
        let mut paths: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in rows {
            paths.entry(row.try_get("id")?).or_default().push(row.try_get("status")?);
        }
        Ok(paths)
    }
}

fn is_database(path: &Path) -> bool {
    let mut head = [0_u8; 15];
    fs::File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok()
        && &head == b"SQLite format 3"
}
