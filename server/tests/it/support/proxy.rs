//! A proxy, running in front of the server.

use super::{Server, client::client};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use reqwest::RequestBuilder;
use std::{env, fs, path::Path, process::Stdio, time::Duration};
use tempfile::TempDir;
use tokio::{
    net::{TcpListener, TcpStream},
    process::{Child, Command},
    time::sleep,
};

/// A running proxy; it is killed when dropped.
pub(crate) struct Proxy {
    pub(crate) url: String,
    _child: Child,
    _folder: TempDir,
}

impl Proxy {
    /// Starts nginx with a configuration for `http { … }` that leads to
    /// `127.0.0.1:3000`. That, ports and certificate are replaced by those of
    /// the test; it speaks TLS if the configuration does.
    pub(crate) async fn nginx(configuration: &str, server: &Server) -> Self {
        let folder = TempDir::new().unwrap();
        let [plain, secure] = [free_address().await, free_address().await];
        let [cert, key] = ["cert.pem", "key.pem"].map(|name| path_of(&folder.path().join(name)));
        write_certificate(&cert, &key);
        let http = lead_to(server, configuration)
            .replace("listen 80;", &format!("listen {plain};"))
            .replace("listen 443 ", &format!("listen {secure} "))
            .replace("/etc/ssl/orderbell.pem", &cert)
            .replace("/etc/ssl/private/orderbell.key", &key);
        let file = folder.path().join("nginx.conf");
        fs::write(&file, nginx_file(&path_of(folder.path()), &http)).unwrap();
        let command = ["nginx", "-c", &path_of(&file)];
        if configuration.contains("listen 443 ssl") {
            Self::run(&command, format!("https://{secure}"), folder).await
        } else {
            Self::run(&command, format!("http://{plain}"), folder).await
        }
    }

    /// Starts Caddy with a configuration for `shop.example`, in the same way.
    pub(crate) async fn caddy(configuration: &str, server: &Server) -> Self {
        let folder = TempDir::new().unwrap();
        let address = free_address().await;
        let url = format!("https://{address}");
        let site = lead_to(server, configuration).replace("shop.example", &url);
        let file = folder.path().join("Caddyfile");
        let own = "{\n admin off\n skip_install_trust\n auto_https disable_redirects\n}\n";
        fs::write(&file, format!("{own}{site}")).unwrap();
        let file = path_of(&file);
        let command = ["caddy", "run", "--adapter", "caddyfile", "--config", &file];
        Self::run(&command, url, folder).await
    }

    async fn run(command: &[&str], url: String, folder: TempDir) -> Self {
        // Debian keeps some where only root looks.
        let path = env::var("PATH").unwrap_or_default() + ":/usr/sbin";
        let child = Command::new(command[0])
            .args(&command[1..])
            .env("PATH", path)
            .env("HOME", folder.path())
            .stdin(Stdio::null())
            .stderr(fs::File::create(folder.path().join("log")).unwrap())
            .kill_on_drop(true)
            .spawn()
            .expect("a proxy is missing: `tools/setup test` installs it");
        let (_, address) = url.split_once("://").unwrap();
        while TcpStream::connect(address).await.is_err() {
            sleep(Duration::from_millis(20)).await;
        }
        Self {
            url,
            _child: child,
            _folder: folder,
        }
    }

    pub(crate) fn post(&self, path: &str) -> RequestBuilder {
        client().post(format!("{}{path}", self.url))
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        client().get(format!("{}{path}", self.url))
    }
}

fn lead_to(server: &Server, configuration: &str) -> String {
    configuration.replace("127.0.0.1:3000", server.url.trim_start_matches("http://"))
}

fn path_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn write_certificate(cert: &str, key: &str) {
    let made = generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let CertifiedKey {
        cert: chain,
        signing_key,
    } = made;
    fs::write(cert, chain.pem()).unwrap();
    fs::write(key, signing_key.serialize_pem()).unwrap();
}

/// One process in the foreground, which leaves its files in `folder`.
fn nginx_file(folder: &str, http: &str) -> String {
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
