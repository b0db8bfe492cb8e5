//! nginx, running in front of the server.

use super::Server;
use reqwest::{Client, RequestBuilder};
use std::{env, fs, process::Stdio, time::Duration};
use tempfile::TempDir;
use tokio::{
    net::{TcpListener, TcpStream},
    process::{Child, Command},
    time::sleep,
};

/// A running nginx; it is killed when dropped.
pub(crate) struct Nginx {
    pub(crate) url: String,
    _child: Child,
    _folder: TempDir,
}

impl Nginx {
    /// Starts nginx with a configuration for `http { … }` that listens on port
    /// 80 and leads to `127.0.0.1:3000`: both are replaced by free ones.
    pub(crate) async fn start(configuration: &str, server: &Server) -> Self {
        let folder = TempDir::new().unwrap();
        let address = free_address().await;
        let http = configuration
            .replace("listen 80;", &format!("listen {address};"))
            .replace("127.0.0.1:3000", server.url.trim_start_matches("http://"));
        let file = folder.path().join("nginx.conf");
        fs::write(&file, main_file(&folder.path().to_string_lossy(), &http)).unwrap();
        // Debian keeps it where only root looks.
        let path = env::var("PATH").unwrap_or_default() + ":/usr/sbin";
        let child = Command::new("nginx")
            .env("PATH", path)
            .arg("-c")
            .arg(&file)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("nginx is missing: `tools/setup test` installs it");
        let nginx = Self {
            url: format!("http://{address}"),
            _child: child,
            _folder: folder,
        };
        while TcpStream::connect(&address).await.is_err() {
            sleep(Duration::from_millis(20)).await;
        }
        nginx
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        Client::new().get(format!("{}{path}", self.url))
    }
}

/// One process in the foreground, which leaves its files in `folder`.
fn main_file(folder: &str, http: &str) -> String {
    format!(
        "daemon off;
        master_process off;
        pid {folder}/pid;
        error_log stderr warn;
        events {{ }}
        http {{
            access_log off;
            client_body_temp_path {folder}/body;
            proxy_temp_path {folder}/proxy;
            fastcgi_temp_path {folder}/fastcgi;
            uwsgi_temp_path {folder}/uwsgi;
            scgi_temp_path {folder}/scgi;
            {http}
        }}"
    )
}

async fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap().to_string()
}
