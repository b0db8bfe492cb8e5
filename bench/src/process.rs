//! A server as a process: what it and its children cost.

use anyhow::{Context, Result, bail};
use nix::{
    sys::signal::{Signal, kill},
    time::clock_getcpuclockid,
    unistd::Pid,
};
use procfs::process::Process as Status;
use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server with a folder for its files; it is killed when dropped.
pub(crate) struct Process {
    child: Child,
    folder: Arc<TempDir>,
}

impl Process {
    /// Starts a server, and waits until it listens there.
    ///
    /// # Errors
    /// It can't be started, or ends before it listens.
    pub(crate) fn start(
        command: &mut Command,
        folder: Arc<TempDir>,
        address: SocketAddr,
    ) -> Result<Self> {
        let name = command.get_program().to_owned();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .with_context(|| format!("{} can't be started", name.display()))?;
        let mut process = Self { child, folder };
        let start = Instant::now();
        while TcpStream::connect(address).is_err() {
            if let Some(status) = process.child.try_wait()? {
                bail!("{} ended: {status}", name.display());
            }
            if start.elapsed() > PATIENCE {
                bail!("{} does not listen", name.display());
            }
            thread::sleep(Duration::from_millis(10));
        }
        Ok(process)
    }

    /// Where its files are.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The processor time that it has taken until now.
    ///
    /// # Errors
    /// It is gone.
    pub(crate) fn cpu(&self) -> Result<Duration> {
        let mut taken = Duration::ZERO;
        for process in self.family()? {
            let clock = clock_getcpuclockid(Pid::from_raw(process.pid))?;
            taken += Duration::from(clock.now()?);
        }
        Ok(taken)
    }

    /// The bytes of memory that it holds; what its processes share counts once.
    ///
    /// # Errors
    /// It is gone.
    pub(crate) fn memory(&self) -> Result<u64> {
        let mut bytes = 0;
        for process in self.family()? {
            let maps = process.smaps_rollup()?.memory_map_rollup;
            bytes += maps
                .iter()
                .filter_map(|map| map.extension.map.get("Pss"))
                .sum::<u64>();
        }
        Ok(bytes)
    }

    /// It and all that it started.
    fn family(&self) -> Result<Vec<Status>> {
        let mut family = vec![Status::new(i32::try_from(self.child.id())?)?];
        let mut next = 0;
        while let Some(process) = family.get(next) {
            // What has ended meanwhile has no children.
            let tasks = process.tasks()?.flatten();
            let children: Vec<_> = tasks.flat_map(|task| task.children()).flatten().collect();
            for child in children {
                family.push(Status::new(i32::try_from(child)?)?);
            }
            next += 1;
        }
        Ok(family)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        for process in self.family().unwrap_or_default() {
            let _ = kill(Pid::from_raw(process.pid), Signal::SIGKILL);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address of this machine that nobody listens on.
///
/// # Errors
/// There is none.
pub(crate) fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?)
}

/// A folder for a server's files, on the disk that the program was built on:
/// elsewhere there may be none.
///
/// # Errors
/// It can't be made.
pub(crate) fn folder() -> Result<Arc<TempDir>> {
    let folder = TempDir::new_in(concat!(env!("CARGO_MANIFEST_DIR"), "/target"))?;
    Ok(Arc::new(folder))
}
